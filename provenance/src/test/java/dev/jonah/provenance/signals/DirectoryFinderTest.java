package dev.jonah.provenance.signals;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.packages.PackageFile;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import dev.jonah.testkit.SignalFinderContract;
import dev.jonah.testkit.SignalScan;
import dev.jonah.value.ImagePath;
import java.util.List;

/** What it makes of several layers is tested with the step that asks it, in core. */
class DirectoryFinderTest extends SignalFinderContract {
    @Override
    protected SignalFinder plugin() {
        return new DirectoryFinder();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder().file("/p/a.js", "x").build();
    }

    @Override
    protected SignalScan scan(FileTree tree) {
        return Scans.signals(tree)
                .withOwned(PackageFile.at(ImagePath.of("/p/a.js"), "test.directory")
                        .byDirectory()
                        .build());
    }

    @Override
    protected List<String> expected() {
        return List.of();
    }
}
