package dev.jonah.sysdb.rpm.explain;

import static dev.jonah.sysdb.rpm.explain.Installed.explained;
import static dev.jonah.sysdb.rpm.explain.Installed.owning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageBuilderFilesTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new ImageBuilderFiles();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/etc/rpm/macros.image-language-conf", "%_install_langs en_US\n")
                .file("/root/anaconda-ks.cfg", "#version=RHEL8\nlang en_US\n%packages --nocore\nbash\n%end\n")
                .file("/root/anaconda-post.log", "removing the kernel\n")
                .file("/root/buildinfo/Dockerfile-ubi8-8.5-200", "# from\nFROM sha256:abc\nLABEL name=\"ubi8\"\n")
                .file(
                        "/root/buildinfo/content_manifests/ubi8-container-8.5-200.json",
                        "{\n \"metadata\": {\"icm_version\": 1},\n \"content_sets\": []\n}")
                .file("/etc/yum/vars/infra", "container\n")
                .file("/etc/products.d/SLES.prod", "<product/>")
                .symlink("/etc/products.d/baseproduct", "SLES.prod")
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Scans.explainer(tree).withPackage(owning("/etc/products.d/SLES.prod"));
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found).hasSize(7).allMatch(e -> e.evidence().rule().equals("rpm.image-builder"));
    }

    @Test
    void otherContentsStayUnexplained() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/etc/rpm/macros.image-language-conf", "%_install_langs en_US\n%__gpg /tmp/evil\n")
                .file("/root/anaconda-ks.cfg", "evil\n")
                .file("/root/anaconda-post.log", "#!/bin/sh\n")
                .file("/root/buildinfo/Dockerfile-x", "evil\n")
                .file("/root/buildinfo/content_manifests/x.json", "{}")
                .file("/etc/yum/vars/infra", "evil.example.org/repository\n")
                .symlink("/etc/products.d/baseproduct", "/tmp/evil.prod")
                .file("/tmp/evil.prod", "")
                .build();
        assertThat(explained(scan(tree), plugin())).isEmpty();
    }
}
