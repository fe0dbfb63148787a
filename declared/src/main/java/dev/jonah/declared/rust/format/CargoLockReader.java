package dev.jonah.declared.rust.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.Held;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.TomlDocument;
import dev.jonah.declared.format.Value;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Cargo.lock} of versions 1 to 4. A package without a source is one of the workspace, or lies beside it.
 * Version 1 lists checksums at its end; its oldest form has a {@code [root]}.
 */
public final class CargoLockReader {
    private static final String REGISTRY = "https://github.com/rust-lang/crates.io-index";
    private static final String SPARSE = "https://index.crates.io/";

    private final Findings out;
    private final Held held = new Held();

    private CargoLockReader(Findings out) {
        this.out = out;
    }

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        CargoLockReader reader = new CargoLockReader(out);
        try {
            TomlDocument.read(
                    in,
                    limits,
                    new Outline()
                            .whole(reader::version, "version")
                            .whole(reader::entry, "root")
                            .each((key, entry) -> reader.entry(entry), "package")
                            .each(reader::checksum, "metadata"));
        } finally {
            reader.held.release(out);
        }
    }

    private void version(Value value) {
        String version = value.text();
        if (version == null || version.length() != 1 || "1234".indexOf(version) < 0) {
            out.unread("version " + version + " of the format");
        }
    }

    private void entry(Value entry) throws IOException {
        String name = entry.text("name");
        if (name == null) {
            out.unread("a package without a name");
            return;
        }
        String version = entry.text("version");
        String source = entry.text("source");
        Declaration.Builder found = Declaration.of(name)
                .version(version)
                .source(kind(source))
                .resolved(source)
                .integrity(sha256(entry.text("checksum")));
        entry.get("dependencies").texts().forEach(found::dependency);
        held.hold(name + " " + version + " (" + source + ")", found);
    }

    /** {@code "checksum NAME VERSION (SOURCE)" = "…"}. */
    private void checksum(String key, Value value) {
        Declaration.Builder found = key.startsWith("checksum ") ? held.get(key.substring(9)) : null;
        if (found != null && !"<none>".equals(value.text())) {
            found.integrity(sha256(value.text()));
        }
    }

    private static @Nullable String sha256(@Nullable String hex) {
        return hex == null ? null : "sha256:" + hex;
    }

    private static @Nullable String kind(@Nullable String source) {
        if (source == null) {
            return "workspace";
        }
        int plus = source.indexOf('+');
        String place = source.substring(plus + 1);
        boolean known = place.equals(REGISTRY) || place.equals(SPARSE);
        return plus < 0 || known ? null : source.substring(0, plus);
    }
}
