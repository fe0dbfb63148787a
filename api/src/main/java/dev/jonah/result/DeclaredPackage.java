package dev.jonah.result;

import dev.jonah.packages.SoftwarePackage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package that a file of the image names, such as a lock file, and that is not installed. It claims nothing and counts as
 * no package.
 *
 * @param id unique in a result: {@code d1}
 * @param software what is known of it; its {@code foundAt} are the files that name it
 * @param plugin id of the plugin that found it
 * @param layer index of the layer that brought the first of those files, or null
 * @param resolved ids of the packages that its dependencies mean, installed ones or declared ones; in their order
 * @param providedBy id of the system package that installed one of those files, or null
 */
public record DeclaredPackage(
        String id,
        SoftwarePackage software,
        String plugin,
        @Nullable Integer layer,
        List<String> resolved,
        @Nullable String providedBy) {
    /** Copies the list. */
    public DeclaredPackage {
        resolved = List.copyOf(resolved);
    }
}
