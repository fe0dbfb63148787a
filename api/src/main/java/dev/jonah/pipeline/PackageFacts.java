package dev.jonah.pipeline;

import dev.jonah.packages.SoftwarePackage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Packages that were found.
 *
 * @param packages by plugin id, in the order that each plugin gave
 */
public record PackageFacts(List<Found> packages) {
    /**
     * One package.
     *
     * @param plugin id of the plugin that found it
     * @param found the package
     * @param layer index of the layer that brought this version, or null if that is not known
     */
    public record Found(
            String plugin, SoftwarePackage found, @Nullable Integer layer) {}

    /** Copies the list. */
    public PackageFacts {
        packages = List.copyOf(packages);
    }
}
