package dev.jonah.testkit;

import dev.jonah.diagnostic.Limits;
import dev.jonah.distro.Distro;
import dev.jonah.distro.DistroDetector;
import dev.jonah.image.FileTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A scan for distributions; made by {@link Scans#distro}.
 *
 * @param tree where to look
 * @param limits bounds
 * @param diagnostics what was reported so far
 */
public record DistroScan(FileTree tree, Limits limits, CollectedDiagnostics diagnostics)
        implements DistroDetector.Scan {
    /** The same within these bounds. */
    public DistroScan withLimits(Limits value) {
        return new DistroScan(tree, value, diagnostics);
    }

    /** What the detector hands over, in its order. */
    public List<Distro> detect(DistroDetector detector) throws IOException {
        List<Distro> found = new ArrayList<>();
        detector.detect(this, found::add);
        return found;
    }
}
