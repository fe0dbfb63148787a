package dev.jonah.sysdb.debian.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON object, of which scalars and lists of scalars are kept as text. */
record JsonLine(Map<String, String> values, Map<String, List<String>> lists) {
    private static final JsonFactory JSON = new JsonFactory();

    /** @throws IOException if the line is not one object */
    static JsonLine parse(RawText line) throws IOException {
        JsonLine object = new JsonLine(new HashMap<>(), new HashMap<>());
        try (JsonParser json = JSON.createParser(line.bytes())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken token = json.nextToken();
                if (token == JsonToken.START_ARRAY) {
                    object.lists.put(name, array(json));
                } else if (token == JsonToken.START_OBJECT) {
                    json.skipChildren();
                } else if (token != JsonToken.VALUE_NULL) {
                    object.values.put(name, json.getText());
                }
            }
            if (json.nextToken() != null) {
                throw new IOException("more than one object");
            }
        }
        return object;
    }

    private static List<String> array(JsonParser json) throws IOException {
        List<String> words = new ArrayList<>();
        JsonToken token;
        while ((token = json.nextToken()) != JsonToken.END_ARRAY) {
            if (token == null) {
                throw new IOException("ends within a list");
            }
            if (token.isScalarValue()) {
                words.add(json.getText());
            } else {
                json.skipChildren();
            }
        }
        return words;
    }

    @Nullable
    String text(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    @Nullable
    RawText raw(String name) {
        String value = text(name);
        return value == null ? null : RawText.of(value);
    }

    @Nullable
    Long number(String name, int radix) {
        String value = text(name);
        try {
            return value == null ? null : Long.valueOf(value, radix);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Nullable
    Digest digest(String name) {
        String value = text(name);
        return value == null ? null : Digests.ofHex(value.toLowerCase(Locale.ROOT));
    }

    List<String> list(String name) {
        return lists.getOrDefault(name, List.of());
    }
}
