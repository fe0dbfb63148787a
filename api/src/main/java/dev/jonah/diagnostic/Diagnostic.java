package dev.jonah.diagnostic;

import dev.jonah.value.ImagePath;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something a reader or plugin noticed: data, not a log line.
 *
 * @param severity how much it matters to the result
 * @param code stable, dotted, lower case: {@code apk.installed.line}; the user guide lists them
 * @param plugin id of the plugin that noticed it, or null for Jonah itself
 * @param path where in the image, or null
 * @param message one sentence for a person: what, where and, if anything can be done, what to do; no control characters
 */
public record Diagnostic(
        Severity severity,
        String code,
        @Nullable String plugin,
        @Nullable ImagePath path,
        String message) implements Comparable<Diagnostic> {
    /** How much a diagnostic matters. */
    public enum Severity {
        /** The result is incomplete because of it. */
        ERROR,
        /** The result is complete, and something in the input is wrong. */
        WARNING,
        /** Worth knowing. */
        INFO;

        /** The name in JSON: lower case. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::severity)
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::plugin, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Diagnostic::path, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Diagnostic::message);

    /** Replaces control characters of the message by {@code \xNN}, since names from images end up in it. */
    public Diagnostic {
        message = printable(message);
    }

    /** {@code text} with control characters (terminal escapes among them) and bidirectional overrides as escapes. */
    public static String printable(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean bad = Character.isISOControl(c) || c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
            if (bad && out == null) {
                out = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (out != null) {
                if (bad) {
                    HexFormat hex = HexFormat.of();
                    out.append(c < 0x100 ? "\\x" + hex.toHexDigits((byte) c) : "\\u" + hex.toHexDigits(c));
                } else {
                    out.append(c);
                }
            }
        }
        return out == null ? text : out.toString();
    }

    /** By severity, code, plugin, path, message. */
    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }
}
