package dev.jonah.appdb.node.format;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

/** Recognises {@code .yarn-integrity} of Yarn 1: the patterns that were asked for and what the lock file made of them. */
public final class YarnIntegrityReader {
    private YarnIntegrityReader() {}

    /** Whether the document is one; {@code in} is closed. */
    public static boolean isOne(InputStream in) throws IOException {
        Set<String> fields = new HashSet<>();
        try (JsonParser json = JsonBytes.object(in)) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                boolean fits = switch (field) {
                    case "systemParams" -> value == JsonToken.VALUE_STRING;
                    case "topLevelPatterns" -> value == JsonToken.START_ARRAY;
                    case "lockfileEntries" -> value == JsonToken.START_OBJECT;
                    default -> false;
                };
                if (fits) {
                    fields.add(field);
                }
                json.skipChildren();
            }
            return fields.size() == 3 && json.currentToken() == JsonToken.END_OBJECT;
        } catch (JacksonException e) {
            return false;
        }
    }
}
