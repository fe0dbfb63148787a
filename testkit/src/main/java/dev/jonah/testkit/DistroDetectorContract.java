package dev.jonah.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import dev.jonah.distro.Distro;
import dev.jonah.distro.DistroDetector;
import dev.jonah.image.FileTree;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What every {@link DistroDetector} keeps. Extend it and fill in three methods:
 *
 * <pre>{@code
 * class VoidDetectorTest extends DistroDetectorContract {
 *     @Override protected DistroDetector plugin() { return new VoidDetector(); }
 *     @Override protected FakeTree fixture() { return FakeTree.builder().file("/etc/void-release", "…").build(); }
 *     @Override protected void assertDistros(List<Distro> found) { assertThat(found).extracting(Distro::id)…; }
 * }
 * }</pre>
 */
public abstract class DistroDetectorContract extends TreePluginContract<DistroDetector, Distro> {
    /** For subclasses. */
    protected DistroDetectorContract() {
        super(DistroDetector.class);
    }

    /** Asserts that these are the opinions on the fixture. */
    protected abstract void assertDistros(List<Distro> found);

    /** Where the evidence lies behind symbolic links, the same distribution is found. */
    @Test
    public void evidenceBehindSymbolicLinksIsFound() throws IOException {
        assertThat(ids(OddTrees.behindLinks(fixture()))).isEqualTo(ids(fixture()));
    }

    /** The surest opinion comes first. */
    @Test
    public void surestOpinionComesFirst() throws IOException {
        assertThat(Scans.distro(fixture()).detect(plugin()).stream().map(Distro::confidence))
                .isSorted();
    }

    private List<String> ids(FakeTree tree) throws IOException {
        return Scans.distro(tree).detect(plugin()).stream().map(Distro::id).toList();
    }

    @Override
    final void run(
            DistroDetector plugin, FileTree tree, Limits limits, CollectedDiagnostics diagnostics, Consumer<Distro> out)
            throws IOException {
        plugin.detect(new DistroScan(tree, limits, diagnostics), out);
    }

    @Override
    final void checkExpected(List<Distro> found) {
        assertThat(found).as("opinions on the fixture").isNotEmpty();
        assertDistros(found);
    }

    @Override
    final void checkValid(Distro found) {
        assertThat(found.id()).as("id of a distribution").isNotBlank().isLowerCase();
        assertThat(found.purlNamespace()).as("namespace of package URLs").isNotBlank();
        for (String text : new String[] {
            found.name(),
            found.version(),
            found.codename(),
            found.prettyName(),
            found.variant(),
            found.buildId(),
            found.purlDistro()
        }) {
            assertThat(text == null || !text.isEmpty())
                    .as("unknown is null, never empty: %s", found)
                    .isTrue();
        }
    }

    @Override
    final String text(List<Distro> found) {
        return found.stream().map(Distro::toString).collect(Collectors.joining("\n"));
    }
}
