package dev.jonah.appdb.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.support.BoundedInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object (RFC 8259) held whole. What is of another kind than asked for counts as absent, since the files that
 * packages bring are not always as their formats want them. Comments, which .NET allows, are passed over. Of repeated
 * names the last one counts. Numbers and truth values are kept as written, so that a version {@code 1.10} stays one.
 *
 * @param fields by name, in order: {@link String}, {@link JsonObject}, or a {@link List} of these; no nulls
 */
public record JsonObject(Map<String, Object> fields) {
    /** Far above the largest documents that occur; each value takes some heap. */
    private static final int MOST_VALUES = 1_000_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(100).build())
            .build();
    private static final JsonObject EMPTY = new JsonObject(Map.of());

    /** Copies the map. */
    public JsonObject {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Reads one document; what follows it is not looked at. {@code in} is closed.
     *
     * @throws LimitExceededException if it is longer than {@link Limits.Name#PARSER_BYTES}
     * @throws IOException if it is no JSON object, breaks off, or holds more values than any such document
     */
    public static JsonObject read(InputStream in, Limits limits) throws IOException {
        try (JsonParser json = JSON.createParser(new BoundedInput(in, limits, "the document"))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            return new Values(json).object();
        }
    }

    /** The text, number or truth value of this name as written; or null. */
    public @Nullable String text(String name) {
        return fields.get(name) instanceof String text ? text : null;
    }

    /** Whether the value of this name is true. */
    public boolean flag(String name) {
        return "true".equals(fields.get(name));
    }

    /** The object of this name; an empty one if there is none. */
    public JsonObject object(String name) {
        return fields.get(name) instanceof JsonObject object ? object : EMPTY;
    }

    /** The objects in the list of this name, in order. */
    public List<JsonObject> objects(String name) {
        return kinds(name, JsonObject.class);
    }

    /** The texts in the list of this name, in order; a single text is a list of one. */
    public List<String> texts(String name) {
        String single = text(name);
        return single == null ? kinds(name, String.class) : List.of(single);
    }

    /** The fields that are texts, in order. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (value instanceof String text) {
                texts.put(name, text);
            }
        });
        return texts;
    }

    private <T> List<T> kinds(String name, Class<T> kind) {
        List<T> found = new ArrayList<>();
        if (fields.get(name) instanceof List<?> list) {
            for (Object value : list) {
                if (kind.isInstance(value)) {
                    found.add(kind.cast(value));
                }
            }
        }
        return found;
    }

    /** Reads values and counts them. */
    private static final class Values {
        private final JsonParser json;
        private int count;

        Values(JsonParser json) {
            this.json = json;
        }

        /** The value at hand; null for JSON's null. */
        @Nullable
        Object value() throws IOException {
            if (++count > MOST_VALUES) {
                throw new IOException("more than " + MOST_VALUES + " values");
            }
            JsonToken token = json.currentToken();
            if (token == JsonToken.START_OBJECT) {
                return object();
            }
            if (token == JsonToken.START_ARRAY) {
                List<Object> values = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    Object value = value();
                    if (value != null) {
                        values.add(value);
                    }
                }
                return List.copyOf(values);
            }
            return token == JsonToken.VALUE_NULL ? null : json.getText();
        }

        /** The object at hand. */
        JsonObject object() throws IOException {
            Map<String, Object> fields = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                Object value = value();
                if (value != null) {
                    fields.put(name, value);
                } else {
                    fields.remove(name);
                }
            }
            return new JsonObject(fields);
        }
    }
}
