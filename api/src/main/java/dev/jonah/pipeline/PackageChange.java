package dev.jonah.pipeline;

import dev.jonah.packages.Purl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one layer did to one package of a package database. A version in the place of another one, of the same name and
 * architecture, is one change. At least one of {@code before} and {@code after} is there.
 *
 * @param layer index of the layer
 * @param plugin id of the plugin that reads the database
 * @param before the package that was there below, or null if it was added
 * @param after the package that is there since, or null if it was removed
 */
public record PackageChange(
        int layer,
        String plugin,
        @Nullable Purl before,
        @Nullable Purl after) implements Comparable<PackageChange> {
    private static final Comparator<PackageChange> ORDER = Comparator.comparingInt(PackageChange::layer)
            .thenComparing(PackageChange::plugin)
            .thenComparing(PackageChange::purl)
            .thenComparing(PackageChange::before, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Checks that there is something. */
    public PackageChange {
        Objects.requireNonNull(after == null ? before : after);
    }

    /** The package after the layer, or before it if it was removed. */
    public Purl purl() {
        return after == null ? Objects.requireNonNull(before) : after;
    }

    /** By layer, plugin, package URL. */
    @Override
    public int compareTo(PackageChange other) {
        return ORDER.compare(this, other);
    }

    /**
     * How many packages one layer changed.
     *
     * @param added packages that were not there below
     * @param changed packages of which another version was there below
     * @param removed packages that are gone after it
     */
    public record Counts(int added, int changed, int removed) {
        /** Those of {@code layers} layers, bottom to top. */
        public static List<Counts> of(List<PackageChange> changes, int layers) {
            List<Counts> counts = new ArrayList<>();
            for (int layer = 0; layer < layers; layer++) {
                counts.add(new Counts(0, 0, 0));
            }
            for (PackageChange change : changes) {
                if (change.layer < layers) {
                    counts.set(change.layer, counts.get(change.layer).with(change));
                }
            }
            return List.copyOf(counts);
        }

        private Counts with(PackageChange change) {
            boolean came = change.before == null;
            boolean went = change.after == null;
            return new Counts(added + (came ? 1 : 0), changed + (came || went ? 0 : 1), removed + (went ? 1 : 0));
        }
    }
}
