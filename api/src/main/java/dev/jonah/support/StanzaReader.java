package dev.jonah.support;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads stanzas of {@code Field: value} lines as deb822(5) and RFC 822 headers have them: a line that begins with a blank
 * continues the field before it, an empty line ends the stanza, names are compared without regard to case. Repeated
 * fields are kept in order. Comment lines, which begin with {@code #}, are passed over where asked for.
 *
 * <p>Not safe for several threads.
 */
public final class StanzaReader implements Closeable {
    // A stanza may be this much longer than a line; each of its lines takes about so much memory beside its text.
    private static final int LINES = 8;
    private static final int LINE_OVERHEAD = 64;

    private final LineReader lines;
    private final Limits limits;
    private final boolean comments;
    private final boolean bytes;
    private @Nullable IOException failure;

    /** Reads {@code in}; {@code comments} tells whether lines that begin with {@code #} are comments. */
    public StanzaReader(InputStream in, Limits limits, boolean comments) {
        this(in, limits, comments, false);
    }

    private StanzaReader(InputStream in, Limits limits, boolean comments, boolean bytes) {
        this.lines = new LineReader(in, limits);
        this.limits = limits;
        this.comments = comments;
        this.bytes = bytes;
    }

    /**
     * As the constructor, but as dpkg reads its own files. Nobody promises their encoding: each character of a name or
     * value stands for one byte ({@code RawText.ofLatin1}). Only a line without any byte ends a stanza, and Ctrl-Z is an
     * end of line. A stanza that cannot be read to its end is returned as far as it goes, and the next call throws.
     */
    public static StanzaReader ofBytes(InputStream in, Limits limits, boolean comments) {
        return new StanzaReader(in, limits, comments, true);
    }

    /**
     * The next stanza that has a field, or null after the last. Lines without a colon are kept as {@link
     * Stanza#malformed()}.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if a line, a stanza (eight times as long) or the whole is too
     *     long
     */
    public @Nullable Stanza read() throws IOException {
        if (failure != null) {
            throw failure;
        }
        List<Field> fields = new ArrayList<>();
        List<Long> malformed = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        String name = null;
        long size = 0;
        while (true) {
            String line = next(name != null || !malformed.isEmpty());
            if (line == null) {
                break;
            }
            if (bytes ? line.isEmpty() : line.isBlank()) {
                if (name != null || !malformed.isEmpty()) {
                    break;
                }
                continue;
            }
            size += LINE_OVERHEAD + line.length();
            if (size / LINES > LINE_OVERHEAD + limits.get(Limits.Name.LINE_BYTES)) {
                failure = tooLong();
                if (!bytes) {
                    throw failure;
                }
                break;
            }
            char first = line.charAt(0);
            if (comments && first == '#') {
                continue;
            }
            int colon = line.indexOf(':');
            if (first == ' ' || first == '\t') {
                if (name == null && !line.isBlank()) {
                    malformed.add(lines.lineNumber());
                } else if (name != null) {
                    value.append('\n').append(line.substring(1));
                }
            } else if (colon <= 0) {
                malformed.add(lines.lineNumber());
            } else {
                if (name != null) {
                    fields.add(new Field(name, value.toString()));
                }
                name = line.substring(0, colon).strip();
                value.setLength(0);
                value.append(line.substring(colon + 1).strip());
            }
        }
        if (name != null) {
            fields.add(new Field(name, value.toString()));
        }
        return fields.isEmpty() && malformed.isEmpty() ? null : new Stanza(fields, malformed);
    }

    /** The next line; null after the last, and where the stanza that has begun cannot be read further. */
    private @Nullable String next(boolean begun) throws IOException {
        if (!bytes) {
            return lines.readText();
        }
        try {
            RawText line = lines.readLine();
            String text = line == null ? null : line.latin1();
            return text != null && text.endsWith("\u001a") ? text.substring(0, text.length() - 1) : text;
        } catch (IOException e) {
            failure = e;
            if (!begun) {
                throw e;
            }
            return null;
        }
    }

    private LimitExceededException tooLong() {
        long longest = limits.get(Limits.Name.LINE_BYTES);
        String what = "an eighth of the stanza that goes on at line " + lines.lineNumber();
        return new LimitExceededException(Limits.Name.LINE_BYTES, longest, what);
    }

    /** The rest of the input, line ends as line feeds: the body below the headers of a message. */
    public String rest() throws IOException {
        StringBuilder text = new StringBuilder();
        String line;
        while ((line = lines.readText()) != null) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /**
     * One field.
     *
     * @param name as written
     * @param value without the blanks around the first line; continuation lines follow line feeds, one blank taken away
     */
    public record Field(String name, String value) {}

    /**
     * One stanza.
     *
     * @param fields in order, repeated ones too
     * @param malformed numbers of the lines that are no part of a field
     */
    public record Stanza(List<Field> fields, List<Long> malformed) {
        /** Copies the lists. */
        public Stanza {
            fields = List.copyOf(fields);
            malformed = List.copyOf(malformed);
        }

        /** The value of the first field of this name, or null. */
        public @Nullable String get(String name) {
            for (Field field : fields) {
                if (field.name().equalsIgnoreCase(name)) {
                    return field.value();
                }
            }
            return null;
        }

        /** As {@link #get}, with null for an empty value too. */
        public @Nullable String text(String name) {
            String value = get(name);
            return value == null || value.isBlank() ? null : value;
        }

        /** The values of all fields of this name. */
        public List<String> all(String name) {
            String wanted = name.toLowerCase(Locale.ROOT);
            return fields.stream()
                    .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(wanted))
                    .map(Field::value)
                    .toList();
        }
    }
}
