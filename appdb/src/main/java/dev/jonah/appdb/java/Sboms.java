package dev.jonah.appdb.java;

import dev.jonah.appdb.java.format.Coordinates;
import dev.jonah.appdb.json.JsonObject;
import dev.jonah.diagnostic.Limits;
import dev.jonah.packages.Purl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What the bill of materials in an archive calls the archive itself; Spring Boot puts one into {@code META-INF/sbom}. */
final class Sboms {
    private Sboms() {}

    /** Whether an entry may be one, of CycloneDX in JSON. */
    static boolean isOne(String entry) {
        return entry.startsWith("META-INF/sbom/") && entry.endsWith(".json");
    }

    /** The coordinates of the main component; null if there are none, or the bytes are cut off or something else. */
    static @Nullable Coordinates main(byte[] bytes, Limits limits) {
        try {
            JsonObject component = JsonObject.read(new ByteArrayInputStream(bytes), limits)
                    .object("metadata")
                    .object("component");
            String purl = component.text("purl");
            if (purl != null && purl.startsWith("pkg:maven/")) {
                Purl parsed = Purl.parse(purl);
                return new Coordinates(parsed.namespace(), parsed.name(), parsed.version());
            }
            return new Coordinates(component.text("group"), component.text("name"), component.text("version"));
        } catch (IOException | IllegalArgumentException e) {
            // It is a hint at best; what reads such documents for what they list will tell.
            return null;
        }
    }
}
