package dev.jonah.core.steps;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.FileTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the packages of one database were after each layer. It is read only as of layers after which something that
 * it looked at differs from what a reading saw that was done already: so many rounds of readings, side by side in each,
 * until every layer has a state.
 */
final class PackageStates {
    /** One reading of the database: what was looked at, what was seen there, and the packages; null if it failed. */
    private record Reading(
            ObservedTree observed,
            @Nullable List<Object> answers,
            @Nullable PackageState state) {
        static Reading of(ObservedTree observed, FileTree tree, @Nullable PackageState state) {
            return new Reading(observed, observed.answersOf(tree), state);
        }
    }

    private final DatabaseReader reader;
    private final boolean partial;
    private final Reading[] readings;

    private PackageStates(DatabaseReader reader, boolean partial, int layers) {
        this.reader = reader;
        this.partial = partial;
        this.readings = new Reading[layers];
    }

    /**
     * The state after each layer, bottom to top; null where it could not be read, never for the last.
     *
     * @param latest what the whole tree gave
     * @param partial whether that came to no end, so that the states of lower layers cannot be expected to
     * @param observed what was looked at for that; null if files were wanted: then the whole tree is read once more without
     *     them, for what a database looks at for their sake says nothing of its packages
     */
    static List<@Nullable PackageState> read(
            DatabaseReader reader, PackageState latest, boolean partial, @Nullable ObservedTree observed)
            throws IOException {
        int layers = Math.max(reader.image().layers().size(), 1);
        if (layers == 1) {
            return List.of(latest);
        }
        PackageStates states = new PackageStates(reader, partial, layers);
        List<Integer> downwards = new ArrayList<>();
        for (int layer = layers - 1; layer >= 0; layer--) {
            downwards.add(layer);
        }
        List<List<Integer>> open = List.of(downwards);
        if (observed != null) {
            Reading top = Reading.of(observed, reader.image().tree(), latest);
            states.readings[layers - 1] = top;
            open = states.settle(downwards.subList(1, layers), top);
        }
        while (!open.isEmpty()) {
            open = states.round(open);
        }
        List<@Nullable PackageState> found = new ArrayList<>();
        for (Reading reading : states.readings) {
            found.add(reading.state);
        }
        found.set(layers - 1, latest);
        return found;
    }

    /** Reads the first layer of each group, and gives what is not settled by that in new groups. */
    private List<List<Integer>> round(List<List<Integer>> groups) throws IOException {
        List<List<List<Integer>>> open = new ArrayList<>();
        groups.forEach(group -> open.add(List.of()));
        List<List<List<Integer>>> results = java.util.Collections.synchronizedList(open);
        reader.tasks().run(groups.size(), i -> {
            List<Integer> group = groups.get(i);
            Reading reading = read(reader.image().treeAt(group.get(0)));
            readings[group.get(0)] = reading;
            results.set(i, settle(group.subList(1, group.size()), reading));
        });
        return results.stream().flatMap(List::stream).toList();
    }

    /** Gives the reading to each layer that would have answered it alike; the others in groups that answer alike. */
    private List<List<Integer>> settle(List<Integer> layers, Reading reading) throws IOException {
        Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
        List<List<Integer>> alone = new ArrayList<>();
        Map<Integer, List<Object>> answers = new HashMap<>();
        if (reading.answers != null) {
            reader.tasks().run(layers.size(), i -> {
                List<Object> given = reading.observed.answersOf(reader.image().treeAt(layers.get(i)));
                synchronized (answers) {
                    answers.put(layers.get(i), given == null ? List.of() : given);
                }
            });
        }
        for (Integer layer : layers) {
            List<Object> given = answers.get(layer);
            if (given == null) {
                alone.add(List.of(layer));
            } else if (given.equals(reading.answers)) {
                readings[layer] = reading;
            } else {
                groups.computeIfAbsent(given, key -> new ArrayList<>()).add(layer);
            }
        }
        List<List<Integer>> open = new ArrayList<>(groups.values());
        open.addAll(alone);
        return open;
    }

    private Reading read(FileTree tree) throws IOException {
        ObservedTree observed = new ObservedTree(tree);
        PackageState state = new PackageState();
        long limit = reader.limits().get(Limits.Name.PACKAGES);
        boolean complete = reader.readEarlier(observed, Set.of(), software -> {
            if (state.size() < limit) {
                state.add(software);
            }
        });
        return Reading.of(observed, tree, complete || partial ? state : null);
    }
}
