package dev.jonah.appdb.node.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.jonah.value.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of the index of npm's cache (github.com/npm/cacache, index-v5): one line for each entry, the SHA-1 of its JSON
 * in front of it. Entries whose keys have one checksum share a file, so that all have the same key.
 */
public final class CacheIndexReader {
    private static final int SHA1 = 40;

    private CacheIndexReader() {}

    /** The key of all entries; null if there is none, they differ, or a line does not have its checksum. {@code in} is closed. */
    public static @Nullable String key(InputStream in) throws IOException {
        String text;
        try (in) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String common = null;
        for (String line : text.split("\n")) {
            if (line.isEmpty()) {
                continue;
            }
            byte[] json =
                    line.length() > SHA1 + 1 ? line.substring(SHA1 + 1).getBytes(StandardCharsets.UTF_8) : new byte[0];
            boolean fits = json.length > 0
                    && line.charAt(SHA1) == '\t'
                    && Digest.compute(Digest.Algorithm.SHA1, json).hex().equals(line.substring(0, SHA1));
            String key = fits ? key(json) : null;
            if (key == null || common != null && !common.equals(key)) {
                return null;
            }
            common = key;
        }
        return common;
    }

    private static @Nullable String key(byte[] entry) throws IOException {
        try (JsonParser json = JsonBytes.object(new ByteArrayInputStream(entry))) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                if (field.equals("key")) {
                    return JsonBytes.text(json);
                }
                json.skipChildren();
            }
        }
        return null;
    }
}
