package dev.jonah.core.steps;

import dev.jonah.packages.Purl;
import dev.jonah.pipeline.PackageChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the layers did to the packages of one database. A layer after which the database cannot be read counts together
 * with the next one after which it can.
 */
final class PackageHistory {
    private static final PackageState NONE = new PackageState();

    private final List<@Nullable PackageState> states;

    /** @param states after each layer, bottom to top; null where not known, the last one never */
    PackageHistory(List<@Nullable PackageState> states) {
        this.states = states;
    }

    /** Layers after which the database could not be read. */
    List<Integer> unknown() {
        List<Integer> layers = new ArrayList<>();
        for (int layer = 0; layer < states.size(); layer++) {
            if (states.get(layer) == null) {
                layers.add(layer);
            }
        }
        return layers;
    }

    /** The layer that brought this version, counted back from {@code top} as long as it was there without a break. */
    int layerOf(Purl purl, int top) {
        int lowest = top;
        for (int layer = top; layer >= 0; layer--) {
            PackageState state = states.get(layer);
            if (state != null && !state.contains(purl)) {
                break;
            }
            lowest = state == null ? lowest : layer;
        }
        return lowest;
    }

    /** What each layer did, bottom to top. */
    List<PackageChange> changes(String plugin) {
        List<PackageChange> changes = new ArrayList<>();
        PackageState below = NONE;
        for (int layer = 0; layer < states.size(); layer++) {
            PackageState state = states.get(layer);
            if (state != null && state != below) {
                int index = layer;
                state.compare(below, (before, after) -> changes.add(new PackageChange(index, plugin, before, after)));
                below = state;
            }
        }
        return changes.stream().sorted().toList();
    }

    /** Those of the changes that removed a package for good: in the end there is none of the name. */
    List<PackageChange> removals(List<PackageChange> changes) {
        Set<String> names =
                Objects.requireNonNull(states.get(states.size() - 1)).names();
        return changes.stream()
                .filter(change -> change.after() == null && !names.contains(PackageState.name(change.purl())))
                .toList();
    }

    /** The last layer below {@code layer} after which the database could be read. */
    int knownBelow(int layer) {
        int below = layer - 1;
        while (below > 0 && states.get(below) == null) {
            below--;
        }
        return below;
    }
}
