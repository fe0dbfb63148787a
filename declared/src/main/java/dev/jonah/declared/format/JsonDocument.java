package dev.jonah.declared.format;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.jonah.diagnostic.Limits;
import dev.jonah.support.BoundedInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads JSON piece by piece. Trailing commas and comments are let pass, since {@code bun.lock} has the former. */
public final class JsonDocument {
    private static final int LONGEST_TEXT = 64 << 20;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(1 << 20)
                    .maxNumberLength(1000)
                    .maxNestingDepth(2 * DocumentWalk.DEEPEST)
                    .build())
            .build();

    private JsonDocument() {}

    /**
     * Hands over what the outline wants, in the order of the document; {@code in} is closed.
     *
     * @throws IOException if it is no JSON, breaks off, or is beyond the limits; what was handed over before that counts
     */
    public static void read(InputStream in, Limits limits, Outline outline) throws IOException {
        try (JsonParser json = JSON.createParser(new BoundedInput(in, limits, "the file"))) {
            JsonToken first = json.nextToken();
            if (first == null) {
                throw new EOFException("it is empty");
            }
            new DocumentWalk(() -> event(json, json.nextToken()), outline).walk(event(json, first));
        } catch (JacksonException e) {
            throw new IOException("it is no JSON: " + e.getOriginalMessage() + where(e), e);
        }
    }

    private static String where(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static Event event(JsonParser json, JsonToken token) throws IOException {
        if (token == null) {
            throw new EOFException("it breaks off");
        }
        return switch (token) {
            case START_OBJECT -> Event.OBJECT;
            case START_ARRAY -> Event.LIST;
            case END_OBJECT, END_ARRAY -> Event.END;
            case VALUE_NULL -> new Event(Event.Kind.SCALAR, null);
            default -> new Event(Event.Kind.SCALAR, json.getText());
        };
    }
}
