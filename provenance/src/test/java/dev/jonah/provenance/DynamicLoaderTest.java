package dev.jonah.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class DynamicLoaderTest extends ExplainerContract {
    private static final String CACHE = "/etc/ld.so.cache";
    private static final String[] OWNED = {
        "/etc/ld.so.conf",
        "/etc/ld.so.conf.d/x86.conf",
        "/usr/lib/x86/libc.so.6",
        "/usr/lib/x86/libz.so.1.2",
        "/opt/libx.so.1"
    };

    @Override
    protected Explainer plugin() {
        return new DynamicLoader();
    }

    @Override
    protected FakeTree fixture() {
        return tree("libc.so.6", "/lib/x86/libc.so.6", "libz.so.1", "/lib/x86/libz.so.1")
                .file("/var/cache/ldconfig/aux-cache", LoaderFiles.memory("libc.so.6", "libz.so.1"))
                .build();
    }

    private static FakeTreeBuilder tree(String... cached) {
        return FakeTree.builder()
                .file(CACHE, LoaderFiles.cache(ByteOrder.LITTLE_ENDIAN, cached))
                .file("/etc/ld.so.conf", "include /etc/ld.so.conf.d/*.conf\n")
                .file("/etc/ld.so.conf.d/x86.conf", "# Multiarch\n/lib/x86\n")
                .symlink("/lib", "usr/lib")
                .file("/usr/lib/x86/libc.so.6", LoaderFiles.library("libc.so.6"))
                .file("/usr/lib/x86/libz.so.1.2", LoaderFiles.library("libz.so.1"))
                .symlink("/usr/lib/x86/libz.so.1", "libz.so.1.2")
                .file("/opt/libx.so.1", LoaderFiles.library("libx.so.1"));
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Installed.owning(tree, OWNED);
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(Installed.lines(found))
                .containsExactly(
                        "/etc/ld.so.cache DERIVED loader.cache",
                        "/usr/lib/x86/libz.so.1 DERIVED loader.link",
                        "/var/cache/ldconfig/aux-cache TRANSIENT loader.memory");
    }

    @Test
    void aCacheThatNamesALibraryOfNobodyStaysUnexplainedAndSaysWhich() throws IOException {
        ExplainerScan scan = scan(tree("libc.so.6", "/lib/x86/libc.so.6", "libevil.so.1", "/lib/x86/libevil.so.1")
                .file("/usr/lib/x86/libevil.so.1", LoaderFiles.library("libevil.so.1"))
                .build());

        assertThat(Installed.ruleFor(CACHE, plugin(), scan)).isEqualTo("nothing");
        assertThat(scan.diagnostics().all())
                .singleElement()
                .satisfies(d -> assertThat(d.message()).contains("/lib/x86/libevil.so.1"));
    }

    @Test
    void aCacheThatNamesAModifiedLibraryStaysUnexplained() throws IOException {
        ExplainerScan scan = scan(tree("libc.so.6", "/lib/x86/libc.so.6").build())
                .withVerdict("/usr/lib/x86/libc.so.6", Verdict.MODIFIED);

        assertThat(Installed.ruleFor(CACHE, plugin(), scan)).isEqualTo("nothing");
    }

    @Test
    void aCacheThatGivesAnotherLibraryUnderAKnownNameStaysUnexplained() throws IOException {
        assertThat(ruleForCacheOf("libc.so.6", "/lib/x86/libz.so.1")).isEqualTo("nothing");
    }

    @Test
    void aLibraryWhereLdconfigDoesNotLookExplainsNothing() throws IOException {
        assertThat(ruleForCacheOf("libx.so.1", "/opt/libx.so.1")).isEqualTo("nothing");
    }

    @Test
    void aDirectoryThatOnlyPlantedConfigurationNamesExplainsNothing() throws IOException {
        FakeTreeBuilder tree = tree("libx.so.1", "/opt/libx.so.1").file("/etc/ld.so.conf.d/planted.conf", "/opt\n");

        assertThat(Installed.ruleFor(CACHE, plugin(), tree, OWNED)).isEqualTo("nothing");
    }

    @Test
    void anExecutableInPlaceOfTheCacheStaysUnexplained() throws IOException {
        FakeTreeBuilder tree = tree("libc.so.6", "/lib/x86/libc.so.6").mode(CACHE, 0755);

        assertThat(Installed.ruleFor(CACHE, plugin(), tree, OWNED)).isEqualTo("nothing");
    }

    @Test
    void aLinkWithAnotherNameThanTheSonameStaysUnexplained() throws IOException {
        FakeTreeBuilder tree = tree().symlink("/usr/lib/x86/libssl.so.3", "libz.so.1.2");

        assertThat(Installed.ruleFor("/usr/lib/x86/libssl.so.3", plugin(), tree, OWNED))
                .isEqualTo("nothing");
    }

    @Test
    void aLinkToALibraryOfNobodyStaysUnexplained() throws IOException {
        FakeTreeBuilder tree = tree().file("/usr/lib/x86/libevil.so.1.0", LoaderFiles.library("libevil.so.1"))
                .symlink("/usr/lib/x86/libevil.so.1", "libevil.so.1.0");

        assertThat(Installed.ruleFor("/usr/lib/x86/libevil.so.1", plugin(), tree, OWNED))
                .isEqualTo("nothing");
    }

    private String ruleForCacheOf(String... cached) throws IOException {
        return Installed.ruleFor(CACHE, plugin(), tree(cached), OWNED);
    }
}
