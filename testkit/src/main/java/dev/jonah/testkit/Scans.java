package dev.jonah.testkit;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.FileTree;
import dev.jonah.image.ImageConfig;
import java.util.List;
import java.util.Map;

/**
 * Runs plugins in tests, as a host would.
 *
 * <pre>{@code
 * PackagesScan scan = Scans.packages(tree).withLimits(limits);
 * List<SoftwarePackage> found = scan.read(new ApkDatabase());
 * assertThat(scan.diagnostics().codes()).isEmpty();
 * }</pre>
 */
public final class Scans {
    private Scans() {}

    /** For package databases and manifest parsers: no distribution, default limits, files wanted. */
    public static PackagesScan packages(FileTree tree) {
        return new PackagesScan(tree, null, true, Limits.defaults(), new CollectedDiagnostics());
    }

    /** For distribution detectors: default limits. */
    public static DistroScan distro(FileTree tree) {
        return new DistroScan(tree, Limits.defaults(), new CollectedDiagnostics());
    }

    /** For explainers: no packages, default limits. */
    public static ExplainerScan explainer(FileTree tree) {
        return new ExplainerScan(tree, List.of(), Map.of(), Limits.defaults(), new CollectedDiagnostics());
    }

    /** For finders of signals: every entry unexplained, nothing hidden. */
    public static SignalScan signals(FileTree tree) {
        return new SignalScan(tree, FakeTree.empty(), ImageConfig.NONE, Map.of(), Map.of(), new CollectedDiagnostics());
    }

    /** For layer readers: the stored bytes of a layer, default limits. */
    public static LayerScan layer(byte[] stored) {
        return new LayerScan(MemoryBlob.of(stored), Limits.defaults(), new CollectedDiagnostics());
    }
}
