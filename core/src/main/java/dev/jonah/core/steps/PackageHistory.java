package dev.jonah.core.steps;

import dev.jonah.core.run.PluginCall;
import dev.jonah.image.FileTree;
import dev.jonah.image.Image;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.pipeline.StepContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which layer brought which package. The database is read as it was after each layer, but only where something that it
 * looks at differs from a state that was read already.
 */
final class PackageHistory {
    private final Map<String, Integer> layers;

    private PackageHistory(Map<String, Integer> layers) {
        this.layers = layers;
    }

    /**
     * @param observed what the database looked at when it was read from the whole tree
     * @param latest what it gave then
     */
    static PackageHistory read(
            PackageDatabase database, StepContext context, ObservedTree observed, List<SoftwarePackage> latest)
            throws IOException {
        Image image = context.image();
        int top = image.layers().size() - 1;
        Map<String, Integer> layers = new HashMap<>();
        latest.forEach(software -> layers.put(key(software), Math.max(top, 0)));
        Map<List<Object>, Set<String>> known = new HashMap<>();
        List<Object> now = observed.answersOf(image.tree());
        if (now != null) {
            known.put(now, Set.copyOf(layers.keySet()));
        }
        Set<String> unbroken = new HashSet<>(layers.keySet());
        for (int layer = top - 1; layer >= 0 && !unbroken.isEmpty(); layer--) {
            Set<String> there = packagesAt(database, context, image.treeAt(layer), observed, known);
            unbroken.retainAll(there);
            for (String key : unbroken) {
                layers.put(key, layer);
            }
        }
        return new PackageHistory(layers);
    }

    /** The layer that brought this version, counted back as long as it was there without a break. */
    @Nullable Integer layerOf(SoftwarePackage software) {
        return layers.get(key(software));
    }

    private static Set<String> packagesAt(
            PackageDatabase database,
            StepContext context,
            FileTree tree,
            ObservedTree observed,
            Map<List<Object>, Set<String>> known)
            throws IOException {
        List<Object> answers = observed.answersOf(tree);
        Set<String> same = answers == null ? null : known.get(answers);
        if (same != null) {
            return same;
        }
        List<SoftwarePackage> found = new ArrayList<>();
        // What is wrong with an earlier state is not the concern of this image: its diagnostics are dropped.
        PluginCall call = new PluginCall(database, PackageDatabase.class, context.limits());
        call.run(null, () -> {
            if (database.presentIn(tree)) {
                database.read(
                        TreeScan.of(context, tree, false, diagnostic -> {}),
                        software -> found.add(software.withoutFiles()));
            }
        });
        Set<String> keys = new HashSet<>();
        found.forEach(software -> keys.add(key(software)));
        if (answers != null) {
            known.put(answers, keys);
        }
        return keys;
    }

    private static String key(SoftwarePackage software) {
        return software.purl().toString();
    }
}
