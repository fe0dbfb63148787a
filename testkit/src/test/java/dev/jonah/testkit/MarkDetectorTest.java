package dev.jonah.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.distro.Distro;
import dev.jonah.distro.DistroDetector;
import java.util.List;

class MarkDetectorTest extends DistroDetectorContract {
    @Override
    protected DistroDetector plugin() {
        return new MarkDetector();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .symlink("/etc/acme-release", "../usr/lib/acme-release")
                .file("/usr/lib/acme-release", "1\n")
                .build();
    }

    @Override
    protected void assertDistros(List<Distro> found) {
        assertThat(found).extracting(Distro::id).containsExactly("acme");
    }
}
