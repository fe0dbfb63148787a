package dev.jonah.declared.sbom.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component of CycloneDX or a package of SPDX, in the words of the file. Immutable; what the file does not say is null or
 * empty, {@code NOASSERTION} and {@code NONE} of SPDX too.
 *
 * @param reference by which other parts of the file name it, or null
 * @param type what it is, in lower case: {@code library}, {@code operating-system}; or null
 * @param group what its name belongs to, or null
 * @param name or null
 * @param version or null
 * @param purls package URLs as written
 * @param cpes identities in the national vulnerability database, as written
 * @param hashes each as {@code algorithm:hex}, the algorithm as written
 * @param licenses as declared by its author
 * @param concludedLicenses as somebody else concluded
 * @param description or null
 * @param homepage or null
 * @param download where it comes from, or null
 * @param supplier who supplies it, or null
 * @param author who wrote it, or null
 * @param scope {@code required}, {@code optional}, {@code excluded}, or null
 * @param copyright or null
 * @param parent the reference of the component that it stands in, or null
 */
public record Component(
        @Nullable String reference,
        @Nullable String type,
        @Nullable String group,
        @Nullable String name,
        @Nullable String version,
        List<String> purls,
        List<String> cpes,
        List<String> hashes,
        List<String> licenses,
        List<String> concludedLicenses,
        @Nullable String description,
        @Nullable String homepage,
        @Nullable String download,
        @Nullable String supplier,
        @Nullable String author,
        @Nullable String scope,
        @Nullable String copyright,
        @Nullable String parent) {
    /** Copies the lists. */
    public Component {
        purls = List.copyOf(purls);
        cpes = List.copyOf(cpes);
        hashes = List.copyOf(hashes);
        licenses = List.copyOf(licenses);
        concludedLicenses = List.copyOf(concludedLicenses);
    }
}
