package dev.jonah.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.FakeTree;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceNodesTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new DeviceNodes();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .character("/dev/null", 1, 3)
                .character("/dev/tty12", 4, 12)
                .fifo("/dev/initctl")
                .symlink("/dev/fd", "/proc/self/fd")
                .symlink("/dev/stderr", "fd/2")
                .symlink("/dev/core", "/proc/kcore")
                .build();
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(Installed.lines(found))
                .containsExactly(
                        "/dev/core DERIVED device.link",
                        "/dev/fd DERIVED device.link",
                        "/dev/initctl DERIVED device.node",
                        "/dev/null DERIVED device.node",
                        "/dev/stderr DERIVED device.link",
                        "/dev/tty12 DERIVED device.node");
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/null, 1, 1",
        "/dev/mem, 1, 1",
        "/dev/tty1, 4, 2",
        "/dev/tty, 1, 3",
        "/srv/null, 1, 3",
        "/dev/x/null, 1, 3"
    })
    void aNodeWithAnotherNumberOrNameStaysUnexplained(String path, long major, long minor) throws IOException {
        assertThat(Installed.ruleFor(path, plugin(), FakeTree.builder().character(path, major, minor)))
                .isEqualTo("nothing");
    }

    @Test
    void aDiskUnderTheNameOfADeviceStaysUnexplained() throws IOException {
        assertThat(Installed.ruleFor("/dev/null", plugin(), FakeTree.builder().block("/dev/null", 1, 3)))
                .isEqualTo("nothing");
    }

    @Test
    void aFileInPlaceOfADeviceStaysUnexplained() throws IOException {
        assertThat(Installed.ruleFor("/dev/null", plugin(), FakeTree.builder().file("/dev/null", "x")))
                .isEqualTo("nothing");
    }

    @Test
    void aLinkThatLeadsElsewhereStaysUnexplained() throws IOException {
        assertThat(Installed.ruleFor("/dev/stdin", plugin(), FakeTree.builder().symlink("/dev/stdin", "/etc/shadow")))
                .isEqualTo("nothing");
    }
}
