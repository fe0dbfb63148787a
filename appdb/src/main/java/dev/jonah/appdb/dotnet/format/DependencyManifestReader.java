package dev.jonah.appdb.dotnet.format;

import dev.jonah.appdb.dotnet.format.Library.Asset;
import dev.jonah.appdb.dotnet.format.Library.AssetKind;
import dev.jonah.appdb.json.JsonObject;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code .deps.json}. The graph of platforms that older shared frameworks carry ({@code runtimes}) and the
 * options of the compiler are passed over; so are files for the compiler only ({@code compile}).
 */
public final class DependencyManifestReader {
    private DependencyManifestReader() {}

    /**
     * Reads one document; {@code in} is closed.
     *
     * @return null if it is JSON but names no targets and no libraries
     * @throws IOException if it is no JSON object, breaks off, or is larger than the limits allow
     */
    public static @Nullable DependencyManifest read(InputStream in, Limits limits) throws IOException {
        JsonObject document = JsonObject.read(in, limits);
        JsonObject targets = document.object("targets");
        JsonObject libraries = document.object("libraries");
        if (targets.fields().isEmpty() && libraries.fields().isEmpty()) {
            return null;
        }
        String name = document.object("runtimeTarget").text("name");
        String target = name == null ? document.text("runtimeTarget") : name;
        if (target == null || !targets.fields().containsKey(target)) {
            target = fullest(targets);
        }
        JsonObject chosen = target == null ? targets.object("") : targets.object(target);
        Set<String> keys = new LinkedHashSet<>(chosen.fields().keySet());
        keys.addAll(libraries.fields().keySet());
        List<Library> found = new ArrayList<>();
        for (String key : keys) {
            found.add(library(key, chosen.object(key), libraries.object(key)));
        }
        return new DependencyManifest(target, found);
    }

    /** The target with most libraries, where the one to run on is not named. */
    private static @Nullable String fullest(JsonObject targets) {
        String best = null;
        int most = 0;
        for (String name : targets.fields().keySet()) {
            int size = targets.object(name).fields().size();
            if (size > most) {
                best = name;
                most = size;
            }
        }
        return best;
    }

    private static Library library(String key, JsonObject inTarget, JsonObject inLibraries) {
        int slash = key.indexOf('/');
        List<Asset> assets = new ArrayList<>();
        assets(AssetKind.RUNTIME, inTarget.object("runtime"), assets);
        assets(AssetKind.RESOURCES, inTarget.object("resources"), assets);
        assets(AssetKind.NATIVE, inTarget.object("native"), assets);
        assets(AssetKind.RUNTIME_TARGET, inTarget.object("runtimeTargets"), assets);
        return new Library(
                slash < 0 ? key : key.substring(0, slash),
                slash < 0 || slash + 1 == key.length() ? null : key.substring(slash + 1),
                inLibraries.text("type"),
                text(inLibraries, "sha512"),
                text(inLibraries, "path"),
                text(inLibraries, "hashPath"),
                inTarget.flag("compileOnly"),
                inTarget.object("dependencies").texts(),
                assets);
    }

    private static void assets(AssetKind kind, JsonObject byPath, List<Asset> out) {
        for (Map.Entry<String, Object> entry : byPath.fields().entrySet()) {
            // The placeholder of packages that have nothing for a target.
            if (entry.getValue() instanceof JsonObject asset && !entry.getKey().endsWith("_._")) {
                out.add(new Asset(
                        kind,
                        entry.getKey(),
                        text(asset, "localPath"),
                        text(asset, "locale"),
                        text(asset, "rid"),
                        text(asset, "assemblyVersion"),
                        text(asset, "fileVersion")));
            }
        }
    }

    private static @Nullable String text(JsonObject object, String name) {
        String text = object.text(name);
        return text == null || text.isEmpty() ? null : text;
    }
}
