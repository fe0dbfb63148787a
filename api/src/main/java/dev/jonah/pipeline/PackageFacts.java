package dev.jonah.pipeline;

import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.TrustedKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Packages that were found, and what package databases tell beside them.
 *
 * @param packages by plugin id, in the order that each plugin gave
 * @param keys keys that package managers trust, in the same order
 * @param changes what each layer did to the packages of the databases
 * @param removed packages that were there in some layer and are not there any more
 */
public record PackageFacts(
        List<Found> packages, List<Key> keys, List<PackageChange> changes, List<RemovedPackage> removed) {
    /**
     * One package.
     *
     * @param plugin id of the plugin that found it
     * @param found the package
     * @param layer index of the layer that brought this version, or null if that is not known
     */
    public record Found(
            String plugin, SoftwarePackage found, @Nullable Integer layer) {}

    /**
     * One key.
     *
     * @param plugin id of the plugin that found it
     * @param key the key
     */
    public record Key(String plugin, TrustedKey key) {}

    /** Copies the lists. */
    public PackageFacts {
        packages = List.copyOf(packages);
        keys = List.copyOf(keys);
        changes = List.copyOf(changes);
        removed = List.copyOf(removed);
    }

    /** Packages and nothing else. */
    public PackageFacts(List<Found> packages) {
        this(packages, List.of(), List.of(), List.of());
    }
}
