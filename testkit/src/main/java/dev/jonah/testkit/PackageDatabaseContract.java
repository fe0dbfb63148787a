package dev.jonah.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.SoftwarePackage;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PackageDatabase} keeps. Extend it and fill in three methods:
 *
 * <pre>{@code
 * class PacmanDatabaseTest extends PackageDatabaseContract {
 *     @Override protected PackageDatabase plugin() { return new PacmanDatabase(); }
 *     @Override protected FakeTree fixture() { return FakeTree.builder().file("/var/lib/pacman/…", "…").build(); }
 *     @Override protected String expected() { return "pkg:alpm/arch/bash@5.2.37-1?arch=x86_64\n  kind system\n…"; }
 * }
 * }</pre>
 *
 * The expected text is that of {@link Golden}; override {@link #assertPackages} to assert in another way.
 */
public abstract class PackageDatabaseContract extends TreePluginContract<PackageDatabase, SoftwarePackage> {
    /** For subclasses. */
    protected PackageDatabaseContract() {
        super(PackageDatabase.class);
    }

    /** What {@link Golden#text} makes of the fixture's packages. */
    protected String expected() {
        throw new UnsupportedOperationException("override expected() or assertPackages()");
    }

    /** Asserts that these are the fixture's packages. */
    protected void assertPackages(List<SoftwarePackage> found) {
        assertThat(Golden.text(found)).isEqualTo(expected());
    }

    /** Presence is told without reading, and truly. */
    @Test
    public void presenceIsToldWithoutReading() {
        ObservedTree tree = ObservedTree.of(fixture());
        assertThat(plugin().presentIn(tree)).isTrue();
        assertThat(tree.read()).as("files read to tell presence").isEmpty();
    }

    /** There is no database where there is nothing. */
    @Test
    public void absenceIsTold() {
        assertThat(plugin().presentIn(FakeTree.empty())).isFalse();
    }

    /** A host may leave out whoever is not interested in files; the packages stay the same. */
    @Test
    public void packagesDoNotDependOnFilesBeingWanted() throws IOException {
        List<SoftwarePackage> with = Scans.packages(fixture()).read(plugin());
        List<SoftwarePackage> without = Scans.packages(fixture()).withoutFiles().read(plugin());
        assertThat(Golden.text(
                        without.stream().map(SoftwarePackage::withoutFiles).toList()))
                .isEqualTo(Golden.text(
                        with.stream().map(SoftwarePackage::withoutFiles).toList()));
    }

    /** Where the database's directories are symbolic links, its packages are found all the same. */
    @Test
    public void databaseBehindSymbolicLinksIsFound() throws IOException {
        FakeTree linked = OddTrees.behindLinks(fixture());
        assertThat(plugin().presentIn(linked)).isTrue();
        assertThat(purls(linked)).isEqualTo(purls(fixture()));
    }

    private List<String> purls(FakeTree tree) throws IOException {
        return Scans.packages(tree).read(plugin()).stream()
                .map(p -> p.purl().toString())
                .toList();
    }

    @Override
    final void run(
            PackageDatabase plugin,
            FileTree tree,
            Limits limits,
            CollectedDiagnostics diagnostics,
            Consumer<SoftwarePackage> out)
            throws IOException {
        if (plugin.presentIn(tree)) {
            plugin.read(new PackagesScan(tree, null, true, limits, diagnostics), out);
        }
    }

    @Override
    final void checkExpected(List<SoftwarePackage> found) {
        assertPackages(found);
    }

    @Override
    final void checkValid(SoftwarePackage found) {
        Validity.check(found);
    }

    @Override
    final String text(List<SoftwarePackage> found) {
        return Golden.text(found);
    }
}
