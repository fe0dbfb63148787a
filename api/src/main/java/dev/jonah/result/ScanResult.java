package dev.jonah.result;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.image.FileVersion;
import dev.jonah.ledger.SignalKind;
import dev.jonah.ledger.Verdict;
import dev.jonah.pipeline.DistroFacts.Opinion;
import dev.jonah.pipeline.PackageChange;
import dev.jonah.pipeline.PackageFacts;
import dev.jonah.pipeline.PluginOutcome;
import dev.jonah.pipeline.RemovedPackage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a scan found out. The books balance: {@link #verdicts()} add up to the number of {@link #files()}.
 *
 * @param image the image
 * @param distro the distribution, or null if nothing tells
 * @param packages those that are installed, by package URL, then where found
 * @param declared those that files of the image name and that are not installed, by package URL, then where found
 * @param files every entry that is not a directory, by path
 * @param directories how many directories there are, the root not counted
 * @param missing what packages promise and the image lacks, by path
 * @param hidden versions of files that are shipped and no longer visible, by layer, then path
 * @param hiddenSignals what makes some of the hidden versions worth a look, in the order of {@code hidden}
 * @param signals the kinds of signals that occur in this result, the worst first
 * @param keys keys that package managers of the image trust, by plugin, then id
 * @param packageChanges what each layer did to the packages of package databases, by layer, plugin, package URL
 * @param removedPackages packages that some layer has and the image has not, by package URL
 * @param plugins how each plugin fared
 * @param diagnostics what was noticed, the worst first
 * @param complete whether everything could be read
 */
public record ScanResult(
        ImageFacts image,
        @Nullable Opinion distro,
        List<PackageResult> packages,
        List<DeclaredPackage> declared,
        List<FileResult> files,
        int directories,
        List<MissingFile> missing,
        List<FileVersion> hidden,
        List<HiddenSignals> hiddenSignals,
        List<SignalKind> signals,
        List<PackageFacts.Key> keys,
        List<PackageChange> packageChanges,
        List<RemovedPackage> removedPackages,
        List<PluginOutcome> plugins,
        List<Diagnostic> diagnostics,
        boolean complete) {
    /** Copies the lists. */
    public ScanResult {
        packages = List.copyOf(packages);
        declared = List.copyOf(declared);
        files = List.copyOf(files);
        missing = List.copyOf(missing);
        hidden = List.copyOf(hidden);
        hiddenSignals = List.copyOf(hiddenSignals);
        signals = List.copyOf(signals);
        keys = List.copyOf(keys);
        packageChanges = List.copyOf(packageChanges);
        removedPackages = List.copyOf(removedPackages);
        plugins = List.copyOf(plugins);
        diagnostics = List.copyOf(diagnostics);
    }

    /** How many entries have each verdict; all verdicts are there. */
    public Map<Verdict, Integer> verdicts() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0);
        }
        files.forEach(file -> counts.merge(file.verdict(), 1, Integer::sum));
        return counts;
    }

    /** How many installed packages there are of each package URL type. */
    public Map<String, Integer> packageCounts() {
        Map<String, Integer> counts = new TreeMap<>();
        packages.forEach(p -> counts.merge(p.software().purl().type(), 1, Integer::sum));
        return counts;
    }
}
