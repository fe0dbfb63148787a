package dev.jonah.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.util.List;

class CopyExplainerTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new CopyExplainer();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/usr/etc/owned", "1")
                .file("/usr/etc/owned.bak", "1")
                .file("/usr/etc/stray", "2")
                .file("/usr/etc/stray.bak", "2")
                .symlink("/etc", "usr/etc")
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Scans.explainer(tree)
                .withPackage(SoftwarePackage.of(
                                Purl.parse("pkg:generic/a"), SoftwarePackage.Kind.SYSTEM, ImagePath.of("/db"))
                        .file(PackageFile.at(ImagePath.of("/etc/owned"), "a.b").build())
                        .build());
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found).extracting(e -> e.path().toString()).containsExactly("/usr/etc/owned.bak");
    }
}
