package dev.jonah.appdb.brew.format;

import dev.jonah.appdb.json.JsonObject;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code INSTALL_RECEIPT.json} says, which Homebrew calls a tab.
 *
 * @param homebrewVersion which version installed it, or null
 * @param tap that the formula is from, or null
 * @param pouredFromBottle whether it was downloaded built
 * @param onRequest whether somebody asked for it by name
 * @param runtimeDependencies versions with revisions by full name, in order
 */
public record InstallReceipt(
        @Nullable String homebrewVersion,
        @Nullable String tap,
        boolean pouredFromBottle,
        boolean onRequest,
        Map<String, String> runtimeDependencies) {
    /** Copies the map. */
    public InstallReceipt {
        runtimeDependencies = Collections.unmodifiableMap(new LinkedHashMap<>(runtimeDependencies));
    }

    /**
     * Reads one document; {@code in} is closed.
     *
     * @throws IOException if it is no JSON object, breaks off, or is larger than the limits allow
     */
    public static InstallReceipt read(InputStream in, Limits limits) throws IOException {
        JsonObject json = JsonObject.read(in, limits);
        Map<String, String> dependencies = new LinkedHashMap<>();
        for (JsonObject dependency : json.objects("runtime_dependencies")) {
            String name = dependency.text("full_name");
            String version = dependency.text("pkg_version");
            String plain = version == null ? dependency.text("version") : version;
            if (name != null) {
                dependencies.put(name, plain == null ? "" : plain);
            }
        }
        String tap = json.object("source").text("tap");
        return new InstallReceipt(
                json.text("homebrew_version"),
                tap == null ? json.text("tapped_from") : tap,
                json.flag("poured_from_bottle"),
                json.flag("installed_on_request"),
                dependencies);
    }
}
