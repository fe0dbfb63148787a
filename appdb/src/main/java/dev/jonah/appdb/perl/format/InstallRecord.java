package dev.jonah.appdb.perl.format;

import dev.jonah.appdb.json.JsonObject;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What cpanm writes of an installation: {@code install.json}.
 *
 * @param module main module of the distribution, {@code Greet::Kind}; or null
 * @param distribution name and version, {@code Greet-Kind-1.02}; or null
 * @param version or null
 * @param target what was asked for, or null
 * @param pathname of the archive on CPAN, {@code A/AU/AUTHOR/Greet-Kind-1.02.tar.gz}; or null
 * @param provides files in the distribution by module, in order
 */
public record InstallRecord(
        @Nullable String module,
        @Nullable String distribution,
        @Nullable String version,
        @Nullable String target,
        @Nullable String pathname,
        Map<String, String> provides) {
    /** Copies the map. */
    public InstallRecord {
        provides = Collections.unmodifiableMap(new LinkedHashMap<>(provides));
    }

    /**
     * Reads one document; {@code in} is closed.
     *
     * @throws IOException if it is no JSON object, breaks off, or is larger than the limits allow
     */
    public static InstallRecord read(InputStream in, Limits limits) throws IOException {
        JsonObject json = JsonObject.read(in, limits);
        JsonObject provides = json.object("provides");
        Map<String, String> files = new LinkedHashMap<>();
        for (String module : provides.fields().keySet()) {
            String file = provides.object(module).text("file");
            files.put(module, file == null ? "" : file);
        }
        return new InstallRecord(
                json.text("name"),
                json.text("dist"),
                json.text("version"),
                json.text("target"),
                json.text("pathname"),
                files);
    }

    /** Whoever uploaded the archive, or null. */
    public @Nullable String author() {
        String[] parts = pathname == null ? new String[0] : pathname.split("/");
        return parts.length >= 4 && parts[2].startsWith(parts[1]) && !parts[2].isEmpty() ? parts[2] : null;
    }
}
