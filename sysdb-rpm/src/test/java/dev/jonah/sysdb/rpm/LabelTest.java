package dev.jonah.sysdb.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.distro.Distro;
import dev.jonah.value.ImagePath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTest {
    private static Distro distro(String id, String namespace) {
        return new Distro(
                id,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                namespace,
                id + "-9",
                Distro.Confidence.DECLARED,
                ImagePath.of("/etc/os-release"));
    }

    @Test
    void distributionNamesTheNamespace() {
        assertThat(Label.of(distro("rhel", "redhat")).purl("bash", "5-1", 1L, "x86_64", "Somebody"))
                .hasToString("pkg:rpm/redhat/bash@5-1?arch=x86_64&distro=rhel-9&epoch=1");
    }

    @ParameterizedTest
    @CsvSource({
        "Fedora Project, fedora",
        "'Red Hat, Inc.', redhat",
        "openSUSE, opensuse",
        "SUSE LLC <https://www.suse.com/>, suse",
        "Amazon Linux, amazon",
        "Amazon.com, amazon",
        "Oracle America, oracle",
        "Microsoft Corporation, azurelinux",
        "'VMware, Inc.', photon",
        "Mageia.Org, mageia",
        "ALT Linux Team, altlinux",
        "Rocky Enterprise Software Foundation, rocky",
        "Acme, unknown"
    })
    void vendorNamesItWhereTheDistributionIsUnknown(String vendor, String namespace) {
        assertThat(Label.of(null).purl("x", "1", null, null, vendor)).hasToString("pkg:rpm/" + namespace + "/x@1");
    }

    @Test
    void nameKeepsItsCase() {
        assertThat(Label.UNKNOWN.purl("ImageMagick", null, null, null, null))
                .hasToString("pkg:rpm/unknown/ImageMagick");
    }
}
