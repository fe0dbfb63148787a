package dev.jonah.testkit;

import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.SoftwarePackage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Packages as text, to compare with an expected text: one line for each fact, in the order of the model; what is unknown
 * has no line.
 *
 * <pre>{@code
 * pkg:apk/alpine/musl@1.2.5-r0?arch=x86_64
 *   kind system
 *   architecture x86_64
 *   found-at /lib/apk/db/installed
 *   file /lib/ld-musl-x86_64.so.1 type=file digest=sha1:… mode=755 rule=apk.checksum
 * }</pre>
 */
public final class Golden {
    private Golden() {}

    /** The text of these packages, in the order given; each line ends with a line feed. */
    public static String text(List<SoftwarePackage> packages) {
        StringBuilder out = new StringBuilder();
        packages.forEach(p -> append(p, out));
        return out.toString();
    }

    private static void append(SoftwarePackage found, StringBuilder out) {
        out.append(found.purl()).append('\n');
        line(out, "kind", found.kind().id());
        line(out, "architecture", found.architecture());
        SoftwarePackage.Source source = found.source();
        if (source != null) {
            line(out, "source", source.version() == null ? source.name() : source.name() + " " + source.version());
        }
        found.licenses().forEach(license -> line(out, "license", license));
        line(out, "description", found.description());
        line(out, "homepage", found.homepage());
        line(out, "maintainer", found.maintainer());
        found.dependencies().forEach(dependency -> line(out, "dependency", dependency));
        found.foundAt().forEach(path -> line(out, "found-at", path));
        found.extra().forEach((name, value) -> line(out, "extra " + name, value));
        found.files().forEach(file -> line(out, "file", text(file)));
    }

    private static String text(PackageFile file) {
        StringBuilder out = new StringBuilder(file.path().toString());
        fact(out, "type", file.type() == null ? null : file.type().id());
        fact(out, "size", file.size());
        fact(out, "digest", file.digest());
        fact(out, "target", file.target());
        fact(out, "target-digest", file.targetDigest());
        fact(out, "mode", file.mode() == null ? null : Integer.toOctalString(file.mode()));
        fact(out, "uid", file.uid());
        fact(out, "gid", file.gid());
        fact(out, "owner", file.owner());
        fact(out, "group", file.group());
        fact(out, "device", file.device());
        fact(out, "modified", file.modified());
        fact(out, "attributes", file.attributes());
        if (file.ifDifferent() != PackageFile.Difference.MODIFIED) {
            fact(out, "if-different", file.ifDifferent());
        }
        if (file.ifMissing() != MissingClass.UNEXPLAINED) {
            fact(out, "if-missing", file.ifMissing());
        }
        fact(out, "rule", file.rule());
        fact(out, "source", file.source());
        fact(out, "note", file.note());
        return out.toString();
    }

    private static void line(StringBuilder out, String name, @Nullable Object value) {
        if (value != null) {
            out.append("  ")
                    .append(name)
                    .append(' ')
                    .append(value.toString().replace("\n", "\\n"))
                    .append('\n');
        }
    }

    private static void fact(StringBuilder out, String name, @Nullable Object value) {
        if (value != null) {
            out.append(' ').append(name).append('=').append(value);
        }
    }
}
