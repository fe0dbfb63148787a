package dev.jonah.appdb.conda.format;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of conda 4.3 and newer, mamba, rattler and pixi, and the older ones that list files without checksums.
 */
public final class CondaRecordReader {
    private static final JsonFactory JSON = new JsonFactory();
    /** Ten times what the largest packages hold. */
    private static final int MOST = 1_000_000;

    private final Map<String, String> texts = new HashMap<>();
    private final List<String> depends = new ArrayList<>();
    private final List<String> requested = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final List<CondaPath> paths = new ArrayList<>();
    private @Nullable String source;
    private @Nullable Integer linkType;
    private @Nullable String damage;

    private CondaRecordReader() {}

    /**
     * Reads one record; {@code in} is closed.
     *
     * @throws IOException if the bytes cannot be read
     */
    public static CondaRecord read(InputStream in) throws IOException {
        CondaRecordReader reader = new CondaRecordReader();
        try (JsonParser json = JSON.createParser(in)) {
            reader.readDocument(json);
        } catch (JacksonException e) {
            reader.damage = e.getOriginalMessage();
        } catch (CharConversionException e) {
            reader.damage = e.getMessage();
        }
        return reader.build();
    }

    private CondaRecord build() {
        return new CondaRecord(
                texts.get("name"),
                texts.get("version"),
                texts.get("build"),
                texts.get("channel"),
                texts.get("subdir"),
                texts.get("url"),
                texts.get("fn"),
                texts.get("md5"),
                texts.get("sha256"),
                texts.get("license"),
                texts.get("noarch"),
                depends,
                requested,
                source,
                linkType,
                files,
                paths,
                damage);
    }

    private void readDocument(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            damage = "not a JSON object";
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "depends" -> readList(json, depends);
                case "files" -> readList(json, files);
                case "requested_specs" -> readList(json, requested);
                case "requested_spec" -> addText(json, requested);
                case "paths_data" -> readPaths(json);
                case "link" -> readLink(json);
                default -> {
                    if (value == JsonToken.VALUE_STRING) {
                        texts.put(name, json.getText());
                    } else {
                        json.skipChildren();
                    }
                }
            }
        }
    }

    private static void addText(JsonParser json, List<String> out) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            String text = json.getText();
            // conda 4.3 wrote what Python prints for nothing.
            if (!text.isEmpty() && !text.equals("None") && out.size() < MOST) {
                out.add(text);
            }
        } else {
            json.skipChildren();
        }
    }

    private static void readList(JsonParser json, List<String> out) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
            addText(json, out);
        }
    }

    private void readLink(JsonParser json) throws IOException {
        Map<String, String> link = readObject(json);
        source = link.get("source");
        String type = link.get("type");
        linkType = type == null || !type.matches("\\d") ? null : Integer.valueOf(type);
    }

    private void readPaths(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = json.currentName().equals("paths");
            if (json.nextToken() == JsonToken.START_ARRAY && wanted) {
                while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
                    addPath(readObject(json));
                }
            } else {
                json.skipChildren();
            }
        }
    }

    private void addPath(Map<String, String> fields) {
        String path = fields.get("_path");
        if (path != null && !path.isEmpty() && paths.size() < MOST) {
            paths.add(new CondaPath(
                    path,
                    fields.get("path_type"),
                    fields.get("sha256"),
                    fields.get("sha256_in_prefix"),
                    size(fields.get("size_in_bytes")),
                    fields.get("prefix_placeholder"),
                    fields.get("file_mode"),
                    "true".equals(fields.get("no_link"))));
        }
    }

    private static @Nullable Long size(@Nullable String text) {
        return text == null || !text.matches("\\d{1,18}") ? null : Long.valueOf(text);
    }

    /** The scalars of the object at hand by name, without empty ones; nothing if it is no object. */
    private static Map<String, String> readObject(JsonParser json) throws IOException {
        Map<String, String> fields = new HashMap<>();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return fields;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                String text = json.getText();
                if (!text.isEmpty() && fields.size() < 64) {
                    fields.put(name, text);
                }
            } else {
                json.skipChildren();
            }
        }
        return fields;
    }
}
