package dev.jonah.appdb;

import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The instances that a parser says dependencies mean, as lines of text. */
public final class Edges {
    private Edges() {}

    /** For each package found in a tree the file of each instance, with the package URL where one is told. */
    public static List<String> of(FakeTree tree, ManifestParser parser) throws IOException {
        List<String> edges = new ArrayList<>();
        for (SoftwarePackage found : Scans.packages(tree).parse(parser)) {
            for (SoftwarePackage.Resolved meant : found.resolved()) {
                edges.add(found.purl().name() + " -> " + meant.foundAt()
                        + (meant.purl() == null ? "" : " " + meant.purl()));
            }
        }
        return edges;
    }
}
