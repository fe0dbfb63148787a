package dev.jonah.inspector.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Blob;
import dev.jonah.image.UnreadableImageException;
import dev.jonah.inspector.bytes.BlobStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document of an image, as a value whose questions name the place that has the wrong shape. Absent, null and of
 * another type are one: null.
 */
final class Json {
    private static final int DEPTH = 200;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .build();

    private final String place;
    private final @Nullable Object value;

    private Json(String place, @Nullable Object value) {
        this.place = place;
        this.value = value;
    }

    /**
     * Reads one document.
     *
     * @param place what to call it in messages: {@code manifest.json}
     * @throws UnreadableImageException if it is no JSON, nested too deep or too large
     */
    static Json read(String place, byte[] bytes) throws UnreadableImageException {
        int start = bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf
                ? 3
                : 0;
        try (JsonParser parser = FACTORY.createParser(bytes, start, bytes.length - start)) {
            if (parser.nextToken() == null) {
                throw new UnreadableImageException(place + ": not JSON, it is empty");
            }
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new UnreadableImageException(place + ": not JSON, something follows the document");
            }
            return new Json(place, value);
        } catch (com.fasterxml.jackson.core.exc.StreamConstraintsException e) {
            throw new UnreadableImageException(place + ": nested too deep or too large: " + e.getOriginalMessage(), e);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UnreadableImageException(place + ": not JSON: " + firstLine(e.getOriginalMessage()), e);
        } catch (UnreadableImageException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableImageException(place + ": not JSON: " + e.getMessage(), e);
        }
    }

    /** All bytes of a document. */
    static byte[] bytes(String place, Blob blob, Limits limits) throws IOException {
        limits.check(Limits.Name.MANIFEST_BYTES, blob.size(), place);
        return new BlobStream(blob).readNBytes((int) blob.size());
    }

    boolean isList() {
        return value instanceof List;
    }

    boolean isObject() {
        return value instanceof Map;
    }

    /** A member of an object; a value that is nothing if there is none. */
    Json get(String key) {
        return new Json(place + ": " + key, value instanceof Map<?, ?> map ? map.get(key) : null);
    }

    /** The elements of a list; none if it is no list. */
    List<Json> list() {
        if (!(value instanceof List<?> list)) {
            return List.of();
        }
        List<Json> elements = new ArrayList<>();
        for (Object element : list) {
            elements.add(new Json(place, element));
        }
        return elements;
    }

    /**
     * The elements of a list that must be one.
     *
     * @throws UnreadableImageException if it is not
     */
    List<Json> requiredList() throws UnreadableImageException {
        if (!(value instanceof List)) {
            throw new UnreadableImageException(place + (value == null ? " is null or not there" : " is not a list"));
        }
        return list();
    }

    /**
     * A text that must be there.
     *
     * @throws UnreadableImageException if it is none
     */
    String requiredText() throws UnreadableImageException {
        if (!(value instanceof String text)) {
            throw new UnreadableImageException(place + (value == null ? " is null or not there" : " is not a text"));
        }
        return text;
    }

    @Nullable
    String text() {
        return value instanceof String text ? text : null;
    }

    /** As {@link #text()}, with null for empty texts too. */
    @Nullable
    String nonEmptyText() {
        return value instanceof String text && !text.isEmpty() ? text : null;
    }

    @Nullable
    Long number() {
        return value instanceof Long number ? number : null;
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    /** The texts of a list, others left out; null if it is no list. */
    @Nullable
    List<String> texts() {
        if (!(value instanceof List<?> list)) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (Object element : list) {
            if (element instanceof String text) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Keys and values of an object, in order; none if it is no object. */
    Map<String, Json> members() {
        Map<String, Json> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> members.put((String) key, new Json(place + ": " + key, member)));
        }
        return members;
    }

    // The depth is bounded by the factory's constraints.
    private static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        switch (token) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String key = parser.currentName();
                    parser.nextToken();
                    map.put(key, value(parser));
                }
                return map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                return list;
            }
            case VALUE_STRING -> {
                return parser.getText();
            }
            case VALUE_NUMBER_INT -> {
                return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? null : parser.getLongValue();
            }
            case VALUE_TRUE -> {
                return true;
            }
            case VALUE_FALSE -> {
                return false;
            }
            default -> {
                return null;
            }
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }
}
