package dev.jonah.appdb.node.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import dev.jonah.appdb.node.format.PnpPackage.Target;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the map of Yarn's Plug'n'Play: {@code .pnp.data.json}, and {@code .pnp.cjs} or {@code .pnp.js} of Yarn 2 to 4, in
 * which the same JSON stands among code, as a text (Yarn 3.2 and newer) or as an expression. Nothing is run. A script that
 * holds no map reads {@code .pnp.data.json}, and gives nothing.
 */
public final class PnpMapReader {
    /** More than the map of any project; the whole is held in memory. */
    public static final int LARGEST = 32 << 20;

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST = 500_000;
    private static final int MOST_DEPENDENCIES = 5_000_000;

    private int dependencies;

    private PnpMapReader() {}

    /**
     * The packages in the order of the map; {@code in} is closed.
     *
     * @throws IOException if it breaks off, is too large, or lists more than any project has
     */
    public static List<PnpPackage> read(InputStream in) throws IOException {
        byte[] bytes;
        try (in) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw new IOException("a map of more than " + LARGEST + " bytes");
        }
        PnpScript.Span map = PnpScript.map(bytes);
        if (map == null) {
            return List.of();
        }
        List<PnpPackage> packages = new ArrayList<>();
        try (JsonParser json = JSON.createParser(bytes, map.start(), map.length())) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                new PnpMapReader().document(json, packages);
            }
        }
        return packages;
    }

    private void document(JsonParser json, List<PnpPackage> out) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            if (json.currentName().equals("packageRegistryData") && json.nextToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_ARRAY) {
                    named(json, out);
                }
                return;
            }
            json.nextToken();
            json.skipChildren();
        }
    }

    /** {@code [name, [[reference, {…}], …]]}. */
    private void named(JsonParser json, List<PnpPackage> out) throws IOException {
        JsonStreamContext outer = json.getParsingContext().getParent();
        String name = text(json, outer);
        if (json.nextToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() == JsonToken.START_ARRAY) {
                JsonStreamContext all = json.getParsingContext().getParent();
                String reference = text(json, all);
                if (json.nextToken() == JsonToken.START_OBJECT) {
                    PnpPackage found = information(name, reference, json);
                    if (found != null) {
                        if (out.size() == MOST) {
                            throw new IOException("more than " + MOST + " packages");
                        }
                        out.add(found);
                    }
                }
                end(json, all);
            }
        }
        end(json, outer);
    }

    private @Nullable PnpPackage information(@Nullable String name, @Nullable String reference, JsonParser json)
            throws IOException {
        String location = null;
        List<Target> targets = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("packageLocation") && value == JsonToken.VALUE_STRING) {
                location = json.getText();
            } else if (field.equals("packageDependencies") && value == JsonToken.START_ARRAY) {
                targets = targets(json);
            } else {
                json.skipChildren();
            }
        }
        return location == null ? null : new PnpPackage(name, reference, location, targets);
    }

    /** {@code [[name, reference], [alias, [name, reference]], [name, null], …]}; null is a peer that is not there. */
    private List<Target> targets(JsonParser json) throws IOException {
        List<Target> targets = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_ARRAY) {
            JsonStreamContext all = json.getParsingContext().getParent();
            String name = text(json, all);
            JsonToken value = json.nextToken();
            String reference = value == JsonToken.VALUE_STRING ? json.getText() : null;
            if (value == JsonToken.START_ARRAY) {
                name = text(json, all);
                reference = text(json, all);
            }
            end(json, all);
            if (name != null && reference != null) {
                if (dependencies++ == MOST_DEPENDENCIES) {
                    throw new IOException("more than " + MOST_DEPENDENCIES + " dependencies");
                }
                targets.add(new Target(name, reference));
            }
        }
        return targets;
    }

    /** The next value of a list as text, or null if it is of another kind or the list has ended. */
    private static @Nullable String text(JsonParser json, JsonStreamContext outer) throws IOException {
        if (json.getParsingContext() == outer || json.nextToken() != JsonToken.VALUE_STRING) {
            json.skipChildren();
            return null;
        }
        return json.getText();
    }

    /** Over whatever is left of a list, to its end; {@code outer} is what the list lies in. */
    private static void end(JsonParser json, JsonStreamContext outer) throws IOException {
        while (json.getParsingContext() != outer && json.nextToken() != null) {
            // On to the end.
        }
    }
}
