package dev.jonah.appdb.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.erlang.ApplicationParser;
import dev.jonah.appdb.haskell.RegistrationParser;
import dev.jonah.appdb.php.PhpRuntimeParser;
import dev.jonah.appdb.php.WordPressParser;
import dev.jonah.appdb.r.LibraryParser;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever adds a record to an image may hide at most what lies in a directory of its own, and that only by directory. */
class HiddenFilesTest {
    private static final String DESCRIPTION =
            "Package: %s\nVersion: 4.2.2\nPriority: base\nBuilt: R 4.2.2; ; 2023; unix\n";

    private final FakeTreeBuilder tree = FakeTree.builder()
            .file("/usr/bin/evil", "x")
            .file("/usr/lib/evil.so", "x")
            .file("/home/user/evil", "x");

    @Test
    void anApplicationOfErlangHasNoSharedDirectory() throws IOException {
        tree.file("/usr/ebin/usr.app", "{application, usr, [{vsn, \"1.0\"}, {modules, []}]}.\n")
                .file("/home/user/ebin/user.app", "{application, user, [{vsn, \"1.0\"}, {modules, []}]}.\n");
        assertThat(claimed(new ApplicationParser())).noneMatch(path -> path.contains("evil"));
    }

    @Test
    void anApplicationOfErlangWithoutVersionHasADirectoryOnlyAmongOthers() throws IOException {
        tree.file("/opt/data/ebin/data.app", "{application, data, [{vsn, \"1.0\"}, {modules, []}]}.\n")
                .file("/opt/data/evil", "x")
                .file("/opt/lib/good/ebin/good.app", "{application, good, [{vsn, \"1.0\"}, {modules, []}]}.\n")
                .file("/opt/lib/good/priv/own", "x");
        assertThat(claimed(new ApplicationParser()))
                .noneMatch(path -> path.contains("evil"))
                .contains("/opt/lib/good/priv/own");
    }

    @Test
    void aPackageOfRHasNoSharedDirectory() throws IOException {
        tree.file("/usr/DESCRIPTION", DESCRIPTION.formatted("usr")).file("/usr/Meta/package.rds", "x");
        assertThat(claimed(new LibraryParser())).noneMatch(path -> path.contains("evil"));
    }

    @Test
    void theHomeOfRIsCalledLikeR() throws IOException {
        tree.file("/usr/bin/R", "x")
                .file("/usr/library/base/DESCRIPTION", DESCRIPTION.formatted("base"))
                .file("/usr/library/base/Meta/package.rds", "x");
        assertThat(claimed(new LibraryParser())).noneMatch(path -> path.contains("evil"));
    }

    @Test
    void theDocumentationOfAHaskellLibraryIsInADirectoryThatNamesIt() throws IOException {
        tree.file("/tmp/package.db/x.conf", "name: x\nversion: 1.0\nid: x-1.0\nhaddock-html: /usr\n");
        assertThat(claimed(new RegistrationParser())).noneMatch(path -> path.contains("evil"));
    }

    @Test
    void whatIsClaimedForLyingThereIsSaidToBe() throws IOException {
        tree.file("/opt/r/lib/R/bin/R", "x")
                .file("/opt/r/lib/R/bin/planted", "x")
                .file("/opt/r/lib/R/library/base/DESCRIPTION", DESCRIPTION.formatted("base"))
                .file("/opt/r/lib/R/library/base/Meta/package.rds", "x")
                .file("/tmp/package.db/x.conf", "name: x\nversion: 1.0\nid: x-1.0\nhaddock-html: /srv/x-1.0/html\n")
                .file("/srv/x-1.0/html/planted", "x")
                .file("/opt/php/include/php/main/php_version.h", "#define PHP_VERSION \"8.2.0\"\n")
                .file("/opt/php/include/php/planted", "x")
                .file("/srv/wp/wp-includes/version.php", "<?php\n$wp_version = '6.1';\n")
                .file("/srv/wp/wp-content/plugins/planted.php", "<?php\n/*\nPlugin Name: Planted\n*/\n");
        for (ManifestParser parser :
                List.of(new LibraryParser(), new RegistrationParser(), new PhpRuntimeParser(), new WordPressParser())) {
            assertThat(Scans.packages(tree.build()).parse(parser))
                    .flatMap(found -> found.files())
                    .filteredOn(file -> file.path().toString().contains("planted"))
                    .isNotEmpty()
                    .allMatch(PackageFile::byDirectory);
        }
    }

    private List<String> claimed(ManifestParser parser) throws IOException {
        return Scans.packages(tree.build()).parse(parser).stream()
                .flatMap(found -> found.files().stream())
                .map(file -> file.path().toString())
                .toList();
    }
}
