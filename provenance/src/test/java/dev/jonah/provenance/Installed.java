package dev.jonah.provenance;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.Scans;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;

/** Scans with one package that owns what a test says, and what explainers say of them. */
final class Installed {
    private Installed() {}

    /** A scan with a package of dpkg that owns these paths. */
    static ExplainerScan owning(FileTree tree, String... paths) {
        return Scans.explainer(tree).withPackage(owner("deb", "base", paths));
    }

    static SoftwarePackage owner(String type, String name, String... paths) {
        SoftwarePackage.Builder builder = SoftwarePackage.of(
                Purl.of(type, name).namespace("debian").version("1").build(),
                SoftwarePackage.Kind.SYSTEM,
                ImagePath.of("/status"));
        for (String path : paths) {
            builder.file(PackageFile.at(ImagePath.of(path), "test.list").build());
        }
        return builder.build();
    }

    /** The rule that explains a path, or "nothing". */
    static String ruleFor(String path, Explainer explainer, FakeTreeBuilder tree, String... owned) throws IOException {
        return ruleFor(path, explainer, owning(tree.build(), owned));
    }

    static String ruleFor(String path, Explainer explainer, ExplainerScan scan) throws IOException {
        return scan.explain(explainer).stream()
                .filter(e -> e.path().equals(ImagePath.of(path)))
                .map(e -> e.evidence().rule())
                .findFirst()
                .orElse("nothing");
    }

    /** Every explanation as path, verdict and rule. */
    static List<String> lines(List<Explanation> found) {
        return found.stream()
                .map(e -> e.path() + " " + e.verdict() + " " + e.evidence().rule())
                .toList();
    }
}
