package dev.jonah.appdb.php.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code vendor/composer/installed.json}: the list of Composer 1, the object of Composer 2, and a {@code
 * composer.json}, which describes one package with the same fields.
 */
public final class InstalledJsonReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST = 100_000;

    private InstalledJsonReader() {}

    /**
     * Reads a record; {@code in} is closed.
     *
     * @throws IOException if it is no record of packages, breaks off, or lists more of them than any project has
     */
    public static ComposerInstallation read(InputStream in) throws IOException {
        List<ComposerPackage> packages = new ArrayList<>();
        Set<String> development = new HashSet<>();
        try (JsonParser json = JSON.createParser(in)) {
            JsonToken start = json.nextToken();
            if (start == JsonToken.START_ARRAY) {
                packages(json, packages);
            } else if (start == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String field = json.currentName();
                    json.nextToken();
                    if (field.equals("packages") && json.currentToken() == JsonToken.START_ARRAY) {
                        packages(json, packages);
                    } else if (field.equals("dev-package-names")) {
                        texts(json).forEach(name -> development.add(name.toLowerCase(Locale.ROOT)));
                    } else {
                        json.skipChildren();
                    }
                }
            } else {
                throw new IOException("neither a list nor an object");
            }
        }
        return new ComposerInstallation(packages, development);
    }

    /**
     * Reads a {@code composer.json}; {@code in} is closed.
     *
     * @throws IOException if it is no JSON object, or breaks off
     */
    public static ComposerPackage readProject(InputStream in) throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            return one(json);
        }
    }

    private static void packages(JsonParser json, List<ComposerPackage> out) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            if (out.size() == MOST) {
                throw new IOException("more than " + MOST + " packages");
            }
            out.add(one(json));
        }
    }

    private static ComposerPackage one(JsonParser json) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, List<String>> lists = new LinkedHashMap<>();
        Map<String, Map<String, String>> maps = new LinkedHashMap<>();
        List<String> authors = new ArrayList<>();
        boolean hasPath = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "name", "version", "type", "description", "homepage", "time" -> put(texts, field, json);
                case "install-path" -> {
                    hasPath = true;
                    put(texts, field, json);
                }
                case "license", "bin" -> lists.put(field, texts(json));
                case "require", "replace", "provide", "dist", "source" -> maps.put(field, map(json));
                case "authors" -> authors(json, authors);
                default -> json.skipChildren();
            }
        }
        return new ComposerPackage(
                texts.get("name"),
                texts.get("version"),
                texts.get("type"),
                lists.getOrDefault("license", List.of()),
                texts.get("description"),
                texts.get("homepage"),
                authors,
                maps.getOrDefault("require", Map.of()),
                maps.getOrDefault("replace", Map.of()),
                maps.getOrDefault("provide", Map.of()),
                lists.getOrDefault("bin", List.of()),
                origin(maps.get("dist")),
                origin(maps.get("source")),
                texts.get("time"),
                texts.get("install-path"),
                hasPath);
    }

    private static void put(Map<String, String> out, String field, JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            out.put(field, json.getText());
        } else {
            json.skipChildren();
        }
    }

    private static ComposerPackage.@Nullable Origin origin(@Nullable Map<String, String> fields) {
        return fields == null || fields.isEmpty()
                ? null
                : new ComposerPackage.Origin(
                        fields.get("type"), fields.get("url"), fields.get("reference"), fields.get("shasum"));
    }

    /** A text counts as a list of it. */
    private static List<String> texts(JsonParser json) throws IOException {
        List<String> texts = new ArrayList<>();
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            texts.add(json.getText());
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_STRING) {
                    texts.add(json.getText());
                } else {
                    json.skipChildren();
                }
            }
        } else {
            json.skipChildren();
        }
        return texts;
    }

    /** The texts of an object; PHP writes an empty one as an empty list. */
    private static Map<String, String> map(JsonParser json) throws IOException {
        Map<String, String> map = new LinkedHashMap<>();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return map;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            put(map, name, json);
        }
        return map;
    }

    private static void authors(JsonParser json, List<String> out) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
            Map<String, String> author = map(json);
            String name = author.get("name");
            String email = author.get("email");
            if (name != null || email != null) {
                out.add(name == null || email == null ? name == null ? email : name : name + " <" + email + ">");
            }
        }
    }
}
