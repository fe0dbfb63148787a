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
        int top = Math.max(image.layers().size() - 1, 0);
        List<Set<String>> states = new ArrayList<>();
        int[] stateOf = new int[top + 1];
        Map<List<Object>, Integer> known = new HashMap<>();
        List<Integer> layersToRead = new ArrayList<>();
        states.add(keys(latest));
        List<Object> now = observed.answersOf(image.tree());
        if (now != null) {
            known.put(now, 0);
        }
        for (int layer = top - 1; layer >= 0; layer--) {
            List<Object> answers = observed.answersOf(image.treeAt(layer));
            Integer same = answers == null ? null : known.get(answers);
            stateOf[layer] = same != null ? same : states.size();
            if (same == null) {
                states.add(Set.of());
                layersToRead.add(layer);
                if (answers != null) {
                    known.put(answers, stateOf[layer]);
                }
            }
        }
        context.tasks().run(layersToRead.size(), i -> {
            Set<String> there = packagesAt(database, context, image.treeAt(layersToRead.get(i)));
            synchronized (states) {
                states.set(stateOf[layersToRead.get(i)], there);
            }
        });
        return new PackageHistory(introductions(states, stateOf));
    }

    /** For each package of the newest state the lowest layer from which on it was there without a break. */
    private static Map<String, Integer> introductions(List<Set<String>> states, int[] stateOf) {
        Map<String, Integer> layers = new HashMap<>();
        Set<String> unbroken = new HashSet<>(states.get(0));
        for (int layer = stateOf.length - 1; layer >= 0 && !unbroken.isEmpty(); layer--) {
            unbroken.retainAll(states.get(stateOf[layer]));
            for (String key : unbroken) {
                layers.put(key, layer);
            }
        }
        return layers;
    }

    /** The layer that brought this version, counted back as long as it was there without a break. */
    @Nullable
    Integer layerOf(SoftwarePackage software) {
        return layers.get(key(software));
    }

    private static Set<String> packagesAt(PackageDatabase database, StepContext context, FileTree tree)
            throws IOException {
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
        return keys(found);
    }

    private static Set<String> keys(List<SoftwarePackage> packages) {
        Set<String> keys = new HashSet<>();
        packages.forEach(software -> keys.add(key(software)));
        return keys;
    }

    private static String key(SoftwarePackage software) {
        return software.purl().toString();
    }
}
