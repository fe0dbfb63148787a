package dev.jonah.appdb.r.format;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.support.StanzaReader;
import dev.jonah.support.StanzaReader.Field;
import dev.jonah.support.StanzaReader.Stanza;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A {@code DESCRIPTION} of a package of R ("Writing R Extensions", 1.1.1): the fields of one stanza, in order.
 *
 * @param fields as written, in the encoding that the file names
 * @param malformed numbers of the lines that are no part of a field
 * @param complete whether all of it was read; if not, what comes before a limit counts
 */
public record PackageDescription(List<Field> fields, List<Long> malformed, boolean complete) {
    /** Copies the lists. */
    public PackageDescription {
        fields = List.copyOf(fields);
        malformed = List.copyOf(malformed);
    }

    /**
     * Reads the first stanza; {@code in} is closed.
     *
     * @return null if there is none
     * @throws LimitExceededException if the first line is longer than the limits allow
     */
    public static @Nullable PackageDescription read(InputStream in, Limits limits) throws IOException {
        try (StanzaReader reader = StanzaReader.ofBytes(in, limits, false)) {
            Stanza stanza = reader.read();
            if (stanza == null) {
                return null;
            }
            String encoding = stanza.get("Encoding");
            boolean latin1 = encoding != null
                    && encoding.toLowerCase(Locale.ROOT).replace("-", "").matches("latin1|iso8859(1|15)");
            List<Field> fields = new ArrayList<>();
            for (Field field : stanza.fields()) {
                fields.add(new Field(text(field.name(), latin1), text(field.value(), latin1)));
            }
            return new PackageDescription(fields, stanza.malformed(), isWhole(reader));
        }
    }

    /** The reader tells at the next call if it could not go on. */
    private static boolean isWhole(StanzaReader reader) throws IOException {
        try {
            reader.read();
            return true;
        } catch (LimitExceededException e) {
            return false;
        }
    }

    private static String text(String bytes, boolean latin1) {
        return latin1 ? bytes : RawText.ofLatin1(bytes).toString();
    }

    /** The value of the first field of exactly this name, its lines joined by blanks; null if it is empty or absent. */
    public @Nullable String text(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                String text = String.join(
                        " ", field.value().lines().map(String::strip).toList());
                return text.isBlank() ? null : text.strip();
            }
        }
        return null;
    }

    /** What a field lists, divided by commas. */
    public List<String> list(String name) {
        List<String> found = new ArrayList<>();
        String text = text(name);
        for (String part : text == null ? new String[0] : text.split(",")) {
            if (!part.isBlank()) {
                found.add(part.strip());
            }
        }
        return found;
    }
}
