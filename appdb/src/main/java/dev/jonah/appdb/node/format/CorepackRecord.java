package dev.jonah.appdb.node.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What corepack records of a package manager that it installed, in {@code .corepack} (github.com/nodejs/corepack).
 *
 * @param name {@code pnpm}, {@code yarn}, {@code npm}
 * @param version as written; a URL where it came from one
 * @param hash of what was downloaded, as {@code sha512.…}; or null
 */
public record CorepackRecord(
        String name, String version, @Nullable String hash) {
    /**
     * Reads one; {@code in} is closed. Null if it names no version.
     *
     * @throws IOException if it is no JSON object, or breaks off
     */
    public static @Nullable CorepackRecord read(InputStream in) throws IOException {
        Map<String, String> locator = new HashMap<>();
        String hash = null;
        try (JsonParser json = JsonBytes.object(in)) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "locator" -> locator.putAll(JsonBytes.texts(json));
                    case "hash" -> hash = JsonBytes.text(json);
                    default -> json.skipChildren();
                }
            }
        }
        String name = locator.get("name");
        String version = locator.get("reference");
        return name == null || version == null ? null : new CorepackRecord(name, version, hash);
    }
}
