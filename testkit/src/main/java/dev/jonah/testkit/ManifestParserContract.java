package dev.jonah.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.SoftwarePackage;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ManifestParser} keeps. Extend it and fill in three methods:
 *
 * <pre>{@code
 * class GemspecParserTest extends ManifestParserContract {
 *     @Override protected ManifestParser plugin() { return new GemspecParser(); }
 *     @Override protected FakeTree fixture() { return FakeTree.builder().file("/usr/lib/…/rake.gemspec", "…").build(); }
 *     @Override protected String expected() { return "pkg:gem/rake@13.0.6\n  kind application\n…"; }
 * }
 * }</pre>
 *
 * The expected text is that of {@link Golden}; override {@link #assertPackages} to assert in another way.
 */
public abstract class ManifestParserContract extends TreePluginContract<ManifestParser, SoftwarePackage> {
    /** For subclasses. */
    protected ManifestParserContract() {
        super(ManifestParser.class);
    }

    /** What {@link Golden#text} makes of the fixture's packages. */
    protected String expected() {
        throw new UnsupportedOperationException("override expected() or assertPackages()");
    }

    /** Asserts that these are the fixture's packages. */
    protected void assertPackages(List<SoftwarePackage> found) {
        assertThat(Golden.text(found)).isEqualTo(expected());
    }

    /** The pattern is stable, and fits something of the fixture. */
    @Test
    public void acceptsSomethingOfTheFixture() {
        assertThat(plugin().accepts()).isEqualTo(plugin().accepts());
        assertThat(fixture().matching(plugin().accepts())).isNotEmpty();
    }

    /** A package says that it was found at the file that was parsed. */
    @Test
    public void packagesAreFoundAtTheParsedFile() throws IOException {
        FakeTree tree = fixture();
        PackagesScan scan = Scans.packages(tree);
        for (FileEntry manifest : tree.matching(plugin().accepts()).toList()) {
            plugin().parse(
                            manifest,
                            scan,
                            found -> assertThat(found.foundAt())
                                    .as("where %s was found", found.purl())
                                    .contains(manifest.path()));
        }
    }

    @Override
    final void run(
            ManifestParser plugin,
            FileTree tree,
            Limits limits,
            CollectedDiagnostics diagnostics,
            Consumer<SoftwarePackage> out)
            throws IOException {
        PackagesScan scan = new PackagesScan(tree, null, true, limits, diagnostics);
        for (FileEntry manifest : tree.matching(plugin.accepts()).toList()) {
            plugin.parse(manifest, scan, out);
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
