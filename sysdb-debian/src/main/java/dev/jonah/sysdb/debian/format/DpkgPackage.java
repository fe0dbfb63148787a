package dev.jonah.sysdb.debian.format;

import dev.jonah.support.StanzaReader.Field;
import dev.jonah.support.StanzaReader.Stanza;
import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One stanza of dpkg's {@code status}, of a file of {@code status.d}, or of a relative. Names of fields are compared
 * without regard to case; of a repeated field the last one counts.
 *
 * @param stanza the fields as they stand; each character of names and values is one byte
 */
public record DpkgPackage(Stanza stanza) {
    /**
     * Where a package was built from.
     *
     * @param name name of the source package
     * @param version its version, or null if the package has none either
     */
    public record Source(String name, @Nullable String version) {}

    /** {@code Package}, or null. */
    public @Nullable String name() {
        return text("Package");
    }

    /** {@code Version}, with the revision after it that very old stanzas keep in a field of its own; or null. */
    public @Nullable String version() {
        String version = text("Version");
        for (String old : new String[] {"Revision", "Package-Revision", "Package_Revision"}) {
            String revision = text(old);
            if (version != null && revision != null) {
                return version + "-" + revision;
            }
        }
        return version;
    }

    /** {@code Architecture}, or null. */
    public @Nullable String architecture() {
        return text("Architecture");
    }

    /** Whether packages of several architectures may be installed side by side. */
    public boolean isMultiArchSame() {
        return "same".equals(text("Multi-Arch"));
    }

    /** {@code Status}, or null if there is none or it has not three words. */
    public @Nullable PackageStatus status() {
        String status = text("Status");
        return status == null ? null : PackageStatus.parse(status);
    }

    /** The source package: {@code Source} with the version in parentheses after it; null without a name. */
    public @Nullable Source source() {
        String source = text("Source");
        if (source == null) {
            String name = name();
            return name == null ? null : new Source(name, version());
        }
        int blank = source.indexOf(' ');
        int open = source.indexOf('(');
        int close = source.indexOf(')', open + 1);
        int end = blank >= 0 ? blank : open > 0 ? open : source.length();
        String version =
                open > 0 && close > open ? source.substring(open + 1, close).strip() : "";
        return new Source(source.substring(0, end), version.isEmpty() ? version() : version);
    }

    /** {@code Conffiles}; lines that are none are left out. */
    public List<Conffile> conffiles() {
        List<Conffile> conffiles = new ArrayList<>();
        for (String line : conffileLines()) {
            Conffile conffile = Conffile.ofField(line);
            if (conffile != null) {
                conffiles.add(conffile);
            }
        }
        return conffiles;
    }

    /** Whatever is not as it should be: lines that are no field, fields that are repeated, conffiles that are none. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        stanza.malformed().forEach(line -> problems.add(new Problem(line, "no field of a package")));
        Set<String> seen = new TreeSet<>();
        for (Field field : stanza.fields()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (!seen.add(name)) {
                String message =
                        "the field " + Problem.brief(decode(field.name())) + " is repeated; the last one counts";
                problems.add(new Problem(0, message));
            }
        }
        for (String line : conffileLines()) {
            if (!line.isBlank() && Conffile.ofField(line) == null) {
                problems.add(Problem.notA("a configuration file with its hash", RawText.ofLatin1(line), 0));
            }
        }
        return problems;
    }

    /** Whether this is a port of vcpkg, whose database has the same form. */
    public boolean isVcpkg() {
        boolean marked = raw("Port-Version") != null || raw("Default-Features") != null || raw("Feature") != null;
        return marked && (architecture() == null || raw("Version") == null || raw("Port-Version") != null);
    }

    /** A list with commas between its parts, such as {@code Depends}; empty if the field is absent. */
    public List<String> list(String field) {
        String text = text(field);
        List<String> parts = new ArrayList<>();
        for (String part : (text == null ? "" : text).split(",")) {
            String plain = part.strip();
            if (!plain.isEmpty()) {
                parts.add(plain);
            }
        }
        return parts;
    }

    /** A field as text, UTF-8 or else Latin-1; null if it is absent or empty. */
    public @Nullable String text(String field) {
        String raw = raw(field);
        return raw == null || raw.isBlank() ? null : decode(raw);
    }

    /** A field with one character for each byte; null if it is absent. */
    public @Nullable String raw(String field) {
        String value = null;
        for (Field candidate : stanza.fields()) {
            if (candidate.name().equalsIgnoreCase(field)) {
                value = candidate.value();
            }
        }
        return value;
    }

    private String[] conffileLines() {
        String raw = raw("Conffiles");
        return raw == null ? new String[0] : raw.split("\n");
    }

    private static String decode(String raw) {
        RawText text = RawText.ofLatin1(raw);
        return text.isUtf8() ? text.toString() : raw;
    }
}
