package dev.jonah.appdb.node.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code package.json}. Several of its fields come in several shapes; none of them makes the rest unreadable. */
public final class PackageJsonReader {
    private @Nullable String name;
    private @Nullable String version;
    private final List<String> licenses = new ArrayList<>();
    private @Nullable String description;
    private @Nullable String homepage;
    private @Nullable String author;
    private @Nullable String repository;
    private Map<String, String> dependencies = Map.of();
    private Map<String, String> optional = Map.of();
    private Map<String, String> peer = Map.of();
    private final Map<String, String> programs = new LinkedHashMap<>();
    private boolean isPrivate;
    private @Nullable String foreign;

    private PackageJsonReader() {}

    /**
     * Reads one document; {@code in} is closed.
     *
     * @throws IOException if it is no JSON object, or breaks off
     */
    public static PackageJson read(InputStream in) throws IOException {
        PackageJsonReader reader = new PackageJsonReader();
        try (JsonParser json = JsonBytes.object(in)) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                reader.field(field, json);
            }
        }
        return reader.build();
    }

    private PackageJson build() {
        String unnamed = programs.remove("");
        if (unnamed != null && name != null) {
            programs.put(name.substring(name.lastIndexOf('/') + 1), unnamed);
        }
        return new PackageJson(
                name,
                version,
                licenses,
                description,
                homepage,
                author,
                repository,
                dependencies,
                optional,
                peer,
                programs,
                isPrivate,
                foreign);
    }

    private void field(String field, JsonParser json) throws IOException {
        switch (field) {
            case "name" -> name = JsonBytes.text(json);
            case "version" -> version = JsonBytes.text(json);
            case "description" -> description = JsonBytes.text(json);
            case "homepage" -> homepage = JsonBytes.text(json);
            case "license", "licence", "licenses" -> licenses(json);
            case "author" -> author = person(json);
            case "repository" ->
                repository = json.currentToken() == JsonToken.START_OBJECT
                        ? JsonBytes.texts(json).get("url")
                        : JsonBytes.text(json);
            case "dependencies" -> dependencies = JsonBytes.texts(json);
            case "optionalDependencies" -> optional = JsonBytes.texts(json);
            case "peerDependencies" -> peer = JsonBytes.texts(json);
            case "bin" -> programs(json);
            case "private" -> isPrivate = flag(json);
            case "engines" -> {
                if (JsonBytes.texts(json).containsKey("vscode")) {
                    foreign = "vscode";
                }
            }
            case "unity" -> {
                foreign = "unity";
                json.skipChildren();
            }
            default -> json.skipChildren();
        }
    }

    private static boolean flag(JsonParser json) throws IOException {
        boolean value = json.currentToken() == JsonToken.VALUE_TRUE || "true".equals(json.getValueAsString());
        json.skipChildren();
        return value;
    }

    /** Text, an object with a type, or a list of either. */
    private void licenses(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
                licenses(json);
            }
            return;
        }
        String license;
        if (json.currentToken() == JsonToken.START_OBJECT) {
            Map<String, String> fields = JsonBytes.texts(json);
            license = fields.getOrDefault("type", fields.getOrDefault("name", fields.get("url")));
        } else {
            license = JsonBytes.text(json);
        }
        if (license != null && !license.isBlank()) {
            licenses.add(license);
        }
    }

    private static @Nullable String person(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return JsonBytes.text(json);
        }
        Map<String, String> fields = JsonBytes.texts(json);
        String name = fields.get("name");
        String email = fields.get("email");
        return name == null || email == null ? name == null ? email : name : name + " <" + email + ">";
    }

    private void programs(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            programs.put("", json.getText());
        } else {
            programs.putAll(JsonBytes.texts(json));
            programs.remove("");
        }
    }
}
