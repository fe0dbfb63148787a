package dev.jonah.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.FileTree;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalKind;
import dev.jonah.testkit.SignalScan.Found;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SignalFinder} keeps. Extend it and fill in three methods, and {@link #scan} if verdicts matter:
 *
 * <pre>{@code
 * class DeviceFinderTest extends SignalFinderContract {
 *     @Override protected SignalFinder plugin() { return new DeviceFinder(); }
 *     @Override protected FakeTree fixture() { return FakeTree.builder().character("/x", 1, 3).build(); }
 *     @Override protected List<String> expected() { return List.of("/x device"); }
 * }
 * }</pre>
 */
public abstract class SignalFinderContract extends TreePluginContract<SignalFinder, Found> {
    /** For subclasses. */
    protected SignalFinderContract() {
        super(SignalFinder.class);
    }

    /** The signals of the fixture, each path and code, by path. */
    protected abstract List<String> expected();

    /** The scan of a tree; override it to say which verdicts there are. */
    protected SignalScan scan(FileTree tree) {
        return Scans.signals(tree);
    }

    /** Codes are words of lower-case letters joined by hyphens, none twice, and each is explained. */
    @Test
    public void everyKindIsExplained() {
        List<SignalKind> kinds = plugin().kinds();
        assertThat(kinds)
                .extracting(SignalKind::code)
                .doesNotHaveDuplicates()
                .allMatch(c -> c.matches("[a-z][a-z0-9-]*"));
        assertThat(kinds).extracting(SignalKind::meaning).allMatch(m -> !m.isBlank() && !m.endsWith("."));
    }

    @Override
    final void run(
            SignalFinder plugin, FileTree tree, Limits limits, CollectedDiagnostics diagnostics, Consumer<Found> out)
            throws IOException {
        SignalScan scan = scan(tree);
        new SignalScan(tree, scan.hidden(), scan.config(), scan.verdicts(), scan.promises(), diagnostics)
                .find(plugin, out);
    }

    @Override
    final void checkExpected(List<Found> found) {
        assertThat(found).extracting(Found::toString).containsExactlyElementsOf(expected());
    }

    @Override
    final void checkValid(Found found) {
        assertThat(found.detail()).as("detail of %s", found).doesNotContain("\n");
    }

    @Override
    final String text(List<Found> found) {
        return found.stream().map(f -> f + " " + f.detail()).collect(Collectors.joining("\n"));
    }
}
