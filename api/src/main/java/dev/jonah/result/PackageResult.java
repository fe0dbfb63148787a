package dev.jonah.result;

import dev.jonah.packages.SoftwarePackage;
import org.jspecify.annotations.Nullable;

/**
 * One package as it was found, and how its files fared.
 *
 * @param id unique in a result: {@code p1}
 * @param software what is known of it
 * @param plugin id of the plugin that found it
 * @param layer index of the layer that brought this version, or null
 * @param providedBy id of the system package that installed this one, or null
 * @param claimed entries that it claims
 * @param verified of those, how many it owns or shares with content as recorded
 * @param modified of those, how many differ, edited configuration too
 * @param missing promises that nothing is there for
 */
public record PackageResult(
        String id,
        SoftwarePackage software,
        String plugin,
        @Nullable Integer layer,
        @Nullable String providedBy,
        int claimed,
        int verified,
        int modified,
        int missing) {}
