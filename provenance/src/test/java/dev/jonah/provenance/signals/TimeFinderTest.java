package dev.jonah.provenance.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.image.ImageConfig;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.Scans;
import dev.jonah.testkit.SignalFinderContract;
import dev.jonah.testkit.SignalScan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeFinderTest extends SignalFinderContract {
    private static final long MADE = 1_700_000_000;
    private static final long DAY = 86_400;

    @Override
    protected SignalFinder plugin() {
        return new TimeFinder();
    }

    /** {@code usual} files of the day before the image was made, and {@code late} ones of a year later. */
    private static FakeTree tree(int usual, int late) {
        FakeTreeBuilder tree = FakeTree.builder();
        for (int i = 0; i < usual; i++) {
            tree.file("/a/" + i, "x").modified("/a/" + i, MADE - DAY);
        }
        for (int i = 0; i < late; i++) {
            tree.file("/z/" + i, "x").modified("/z/" + i, MADE + 365 * DAY);
        }
        return tree.build();
    }

    private static ImageConfig created(String time) {
        return new ImageConfig(null, null, null, null, List.of(), Map.of(), List.of(), time);
    }

    @Override
    protected FakeTree fixture() {
        return tree(200, 1);
    }

    @Override
    protected SignalScan scan(FileTree tree) {
        return Scans.signals(tree).withConfig(created("2023-11-14T22:13:20Z"));
    }

    @Override
    protected List<String> expected() {
        return List.of("/z/0 modified-after-creation", "/z/0 time-outlier");
    }

    @Test
    void whereManyAreLateTheImageIsWrongAboutItself() throws IOException {
        assertThat(scan(tree(200, 50)).find(plugin())).isEmpty();
    }

    @Test
    void anImageMadeIn1970DoesNotSayWhenItWasMade() throws IOException {
        assertThat(Scans.signals(tree(10, 1))
                        .withConfig(created("1970-01-01T00:00:00Z"))
                        .find(plugin()))
                .isEmpty();
    }

    @Test
    void aTimeThatIsNoTimeIsNone() throws IOException {
        assertThat(Scans.signals(tree(10, 1)).withConfig(created("yesterday")).find(plugin()))
                .isEmpty();
    }
}
