package dev.jonah.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jonah.packages.Purl;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes fields of the kinds that the document has. What is not known is null. */
final class JsonFields {
    private final JsonGenerator json;

    JsonFields(JsonGenerator json) {
        this.json = json;
    }

    /** Writes one element of a list. */
    @FunctionalInterface
    interface Element<T> {
        void write(T element) throws IOException;
    }

    <T> void list(String name, List<T> elements, Element<T> writer) throws IOException {
        json.writeArrayFieldStart(name);
        for (T element : elements) {
            json.writeStartObject();
            writer.write(element);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void paths(String name, List<ImagePath> paths) throws IOException {
        json.writeArrayFieldStart(name);
        for (ImagePath path : paths) {
            json.writeString(path.toString());
        }
        json.writeEndArray();
    }

    void map(String name, Map<String, String> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }

    void purl(String name, @Nullable Purl purl) throws IOException {
        text(name, purl == null ? null : purl.toString());
    }

    void path(ImagePath path) throws IOException {
        json.writeStringField("path", path.toString());
        RawText raw = path.raw();
        if (!raw.isUtf8()) {
            json.writeStringField("rawPath", base64(raw));
        }
    }

    void digest(String name, @Nullable Digest digest) throws IOException {
        text(name, digest == null ? null : digest.toString());
    }

    void text(String name, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }

    void number(String name, @Nullable Long value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    void integer(String name, @Nullable Integer value) throws IOException {
        number(name, value == null ? null : value.longValue());
    }

    void texts(String name, @Nullable List<String> values) throws IOException {
        if (values == null) {
            json.writeNullField(name);
            return;
        }
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    static String base64(RawText raw) {
        return Base64.getEncoder().encodeToString(raw.bytes());
    }
}
