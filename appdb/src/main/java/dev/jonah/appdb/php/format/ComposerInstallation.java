package dev.jonah.appdb.php.format;

import java.util.List;
import java.util.Set;

/**
 * What {@code installed.json} says.
 *
 * @param packages in order
 * @param development names of packages that only development needs, in lower case; empty in records of Composer 1
 */
public record ComposerInstallation(List<ComposerPackage> packages, Set<String> development) {
    /** Copies list and set. */
    public ComposerInstallation {
        packages = List.copyOf(packages);
        development = Set.copyOf(development);
    }
}
