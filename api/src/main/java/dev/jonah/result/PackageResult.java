package dev.jonah.result;

import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One package as it was found, and how its files fared.
 *
 * @param id unique in a result: {@code p1}
 * @param software what is known of it
 * @param plugin id of the plugin that found it
 * @param layer index of the layer that brought this version, or null
 * @param resolved ids of the packages that its dependencies mean, as far as the image decides that; in their order
 * @param providedBy id of the system package that installed this one, or null
 * @param declaredAt files of the image that declare this package beside those by which it was found, by path
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
        List<String> resolved,
        @Nullable String providedBy,
        List<ImagePath> declaredAt,
        int claimed,
        int verified,
        int modified,
        int missing) {
    /** Copies the lists. */
    public PackageResult {
        resolved = List.copyOf(resolved);
        declaredAt = List.copyOf(declaredAt);
    }
}
