package dev.jonah.pipeline;

import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.TrustedKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Packages that were found, and what package databases tell beside them.
 *
 * @param packages those that are installed, by plugin id, in the order that each plugin gave
 * @param declared those that something declares, in the same order
 * @param keys keys that package managers trust, in the same order
 * @param changes what each layer did to the packages of the databases
 * @param removed packages that were there in some layer and are not there any more
 */
public record PackageFacts(
        List<Found> packages,
        List<Found> declared,
        List<Key> keys,
        List<PackageChange> changes,
        List<RemovedPackage> removed) {
    /**
     * One package.
     *
     * @param plugin id of the plugin that found it
     * @param found the package
     * @param layer index of the layer that brought this version, or null if that is not known
     */
    public record Found(
            String plugin, SoftwarePackage found, @Nullable Integer layer) {
        /** Whether it is there, rather than declared. */
        public boolean isInstalled() {
            return found.kind() != SoftwarePackage.Kind.DECLARED;
        }
    }

    /**
     * One key.
     *
     * @param plugin id of the plugin that found it
     * @param key the key
     */
    public record Key(String plugin, TrustedKey key) {}

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a package is in the list of the other kind
     */
    public PackageFacts {
        packages = List.copyOf(packages);
        declared = List.copyOf(declared);
        for (Found each : packages) {
            check(each, each.isInstalled());
        }
        for (Found each : declared) {
            check(each, !each.isInstalled());
        }
        keys = List.copyOf(keys);
        changes = List.copyOf(changes);
        removed = List.copyOf(removed);
    }

    private static void check(Found each, boolean isRight) {
        if (!isRight) {
            throw new IllegalArgumentException(each.found().purl() + " is in the wrong list");
        }
    }

    /** Installed packages and nothing else. */
    public PackageFacts(List<Found> packages) {
        this(packages, List.of(), List.of(), List.of(), List.of());
    }

    /** Nothing is declared. */
    public PackageFacts(
            List<Found> packages, List<Key> keys, List<PackageChange> changes, List<RemovedPackage> removed) {
        this(packages, List.of(), keys, changes, removed);
    }
}
