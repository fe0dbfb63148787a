package dev.jonah.appdb.node.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON as it lies about in packages: with a byte order mark, and with anything behind its end. */
final class JsonBytes {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_FIELDS = 100_000;

    private JsonBytes() {}

    /** A parser behind the opening brace of the document. */
    static JsonParser object(InputStream in) throws IOException {
        JsonParser json = JSON.createParser(in);
        if (json.nextToken() != JsonToken.START_OBJECT) {
            JsonParseException none = new JsonParseException(json, "not a JSON object");
            json.close();
            throw none;
        }
        return json;
    }

    /** The value at hand as text, or null if it is of another kind, which is passed over. */
    static @Nullable String text(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        json.skipChildren();
        return null;
    }

    /** The texts of the object at hand by name; nothing if it is of another kind, which is passed over. */
    static Map<String, String> texts(JsonParser json) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return texts;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            String value = text(json);
            if (value != null && texts.size() < MOST_FIELDS) {
                texts.put(name, value);
            }
        }
        return texts;
    }
}
