package dev.jonah.appdb.node.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code package-lock.json}, {@code npm-shrinkwrap.json} and {@code node_modules/.package-lock.json} of version 2 and
 * 3 (docs.npmjs.com, package-lock.json). Those of version 1 name no paths of packages and give nothing.
 */
public final class LockFileReader {
    private static final int MOST = 500_000;

    private LockFileReader() {}

    /**
     * The packages in the order of the file, without the project itself; {@code in} is closed.
     *
     * @throws IOException if it is no JSON object, breaks off, or lists more packages than any project has
     */
    public static List<LockedPackage> read(InputStream in) throws IOException {
        List<LockedPackage> found = new ArrayList<>();
        try (JsonParser json = JsonBytes.object(in)) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean packages = json.currentName().equals("packages");
                if (json.nextToken() == JsonToken.START_OBJECT && packages) {
                    packages(json, found);
                } else {
                    json.skipChildren();
                }
            }
        }
        return found;
    }

    private static void packages(JsonParser json, List<LockedPackage> out) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String path = json.currentName();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            LockedPackage found = locked(path, json);
            if (!path.isEmpty()) {
                if (out.size() == MOST) {
                    throw new IOException("more than " + MOST + " packages");
                }
                out.add(found);
            }
        }
    }

    private static LockedPackage locked(String path, JsonParser json) throws IOException {
        String name = null;
        String version = null;
        String resolved = null;
        String integrity = null;
        boolean dev = false;
        boolean optional = false;
        boolean bundled = false;
        boolean link = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            boolean flag = value == JsonToken.VALUE_TRUE;
            switch (field) {
                case "name" -> name = text(json);
                case "version" -> version = text(json);
                case "resolved" -> resolved = text(json);
                case "integrity" -> integrity = text(json);
                case "dev" -> dev = flag;
                case "optional" -> optional = flag;
                case "inBundle" -> bundled = flag;
                case "link" -> link = flag;
                default -> {
                    // Not needed here.
                }
            }
            json.skipChildren();
        }
        return new LockedPackage(path, name, version, resolved, integrity, dev, optional, bundled, link);
    }

    private static @Nullable String text(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : null;
    }
}
