package dev.jonah.appdb.erlang.format;

import dev.jonah.appdb.erlang.format.Term.Sequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the metadata of a package of Hex says (hexpm/specifications, "package_metadata"): {@code hex_metadata.config}.
 *
 * @param name of the package, or null
 * @param application that it holds, or null
 * @param version or null
 * @param licenses in order
 */
public record HexMetadata(
        @Nullable String name,
        @Nullable String application,
        @Nullable String version,
        List<String> licenses) {
    /** Copies the list. */
    public HexMetadata {
        licenses = List.copyOf(licenses);
    }

    /** Of the terms of a file. */
    public static HexMetadata of(List<Term> terms) {
        Term all = new Sequence(terms);
        Term licenses = all.get("licenses");
        return new HexMetadata(
                text(all.get("name")),
                text(all.get("app")),
                text(all.get("version")),
                licenses == null ? List.of() : licenses.texts());
    }

    private static @Nullable String text(@Nullable Term term) {
        return term == null ? null : term.text();
    }
}
