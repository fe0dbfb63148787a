package dev.jonah.distro.detect;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.diagnostic.Limits;
import dev.jonah.distro.Distro;
import dev.jonah.distro.DistroDetector;
import dev.jonah.image.FileTree;
import dev.jonah.testkit.DistroScan;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;

/** What one run of a detector on a tree said and noticed. */
record Detection(List<Distro> opinions, List<Diagnostic> noticed) {
    static Detection of(DistroDetector detector, FileTree tree) throws IOException {
        return of(detector, tree, Limits.defaults());
    }

    static Detection of(DistroDetector detector, FileTree tree, Limits limits) throws IOException {
        DistroScan scan = Scans.distro(tree).withLimits(limits);
        return new Detection(scan.detect(detector), scan.diagnostics().all());
    }
}
