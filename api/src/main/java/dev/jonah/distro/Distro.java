package dev.jonah.distro;

import dev.jonah.value.ImagePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One opinion about the distribution of a root file system. Unknown values are null, never empty.
 *
 * @param id lower-case identifier as in os-release ({@code alpine}); {@code unknown} where only a package system is known
 * @param idLike identifiers of related distributions, closest first
 * @param name name for people, or null
 * @param version {@code VERSION_ID}, or null (rolling releases)
 * @param codename {@code bookworm}, or null
 * @param prettyName name and version for people, or null
 * @param variant {@code VARIANT_ID} or what the detector found ({@code distroless}), or null
 * @param buildId {@code BUILD_ID}, or null
 * @param purlNamespace namespace of the package URLs of its packages: {@code alpine}, {@code redhat}
 * @param purlDistro value of the {@code distro} qualifier: {@code alpine-3.20.3}, or null
 * @param confidence how sure the detector is
 * @param evidence the file that says so
 */
public record Distro(
        String id,
        List<String> idLike,
        @Nullable String name,
        @Nullable String version,
        @Nullable String codename,
        @Nullable String prettyName,
        @Nullable String variant,
        @Nullable String buildId,
        String purlNamespace,
        @Nullable String purlDistro,
        Confidence confidence,
        ImagePath evidence) {
    /** How sure a detector is; the surest opinion is chosen, then the one of the first detector by id. */
    public enum Confidence {
        /** The distribution names itself: os-release. */
        DECLARED,
        /** A file that only this distribution has names it: {@code /etc/alpine-release}. */
        STRONG,
        /** Something typical of it is there. */
        HINT
    }

    /** Copies the list. */
    public Distro {
        idLike = List.copyOf(idLike);
    }
}
