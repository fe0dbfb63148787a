package dev.jonah.appdb.node.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package as a map of Yarn's Plug'n'Play has it (yarnpkg.com, "PnP Specification").
 *
 * @param name with its scope; null for the entry that stands for the project itself
 * @param reference tells versions and sources apart: {@code npm:1.3.8}, {@code workspace:.}; null with the name
 * @param location its directory relative to the map, with a slash at the end; it may lie in an archive
 * @param dependencies what it may require, itself included
 */
public record PnpPackage(
        @Nullable String name, @Nullable String reference, String location, List<Target> dependencies) {
    /**
     * A package that another one may require; its own name where that is an alias.
     *
     * @param name with its scope
     * @param reference as above
     */
    public record Target(String name, String reference) {}

    /** Copies the list. */
    public PnpPackage {
        dependencies = List.copyOf(dependencies);
    }
}
