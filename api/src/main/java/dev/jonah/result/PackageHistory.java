package dev.jonah.result;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.pipeline.PackageChange;
import java.util.List;

/**
 * What each layer of an image did to its packages.
 *
 * @param changes by layer, plugin, package URL
 * @param diagnostics what was noticed, the worst first
 */
public record PackageHistory(List<PackageChange> changes, List<Diagnostic> diagnostics) {
    /** Copies the lists. */
    public PackageHistory {
        changes = List.copyOf(changes);
        diagnostics = List.copyOf(diagnostics);
    }
}
