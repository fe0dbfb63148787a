package dev.jonah.sysdb.debian.explain;

import static dev.jonah.sysdb.debian.explain.Installations.owning;

import dev.jonah.ledger.Explainer;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MimeDatabaseTest extends PlantedFilesContract {
    @Override
    protected Explainer plugin() {
        return new MimeDatabase();
    }

    @Override
    FakeTreeBuilder tree() {
        return FakeTree.builder()
                .file(
                        "/usr/share/mime/packages/a.xml",
                        "<mime-info><mime-type type=\"text/x-a\"/><mime-type type='audio/AMR'/></mime-info>")
                .file("/usr/share/mime/text/x-a.xml", HEAD + "<mime-type xmlns=\"x\" type=\"text/x-a\">" + MADE)
                .file("/usr/share/mime/audio/amr.xml", HEAD + "<mime-type xmlns=\"x\" type=\"audio/AMR\">" + MADE)
                .file("/usr/share/mime/types", "audio/AMR\ntext/x-a\n")
                .file("/usr/share/mime/globs", "# made\ntext/x-a:*.a\n")
                .file("/usr/share/mime/globs2", "50:text/x-a:*.a\n")
                .file("/usr/share/mime/aliases", "text/b text/x-a\n")
                .file("/usr/share/mime/subclasses", "text/x-a text/plain\n")
                .file("/usr/share/mime/icons", "")
                .file("/usr/share/mime/generic-icons", "text/x-a:x-office\n")
                .file("/usr/share/mime/XMLnamespaces", "http://x.example/ a text/x-a\n")
                .file("/usr/share/mime/magic", "MIME-Magic\0\n[50:text/x-a]\n")
                .file("/usr/share/mime/treemagic", "MIME-TreeMagic\0\n")
                .file("/usr/share/mime/mime.cache", bytes("\0\1\0\2\0\0"))
                .file("/usr/share/mime/version", "2.4\n");
    }

    @Override
    List<SoftwarePackage> packages() {
        return List.of(owning("shared-mime-info", "/usr/share/mime/packages/a.xml"));
    }

    @Override
    List<String> expected() {
        return tree().build()
                .files()
                .filter(file -> !file.path().latin1().contains("/packages/"))
                .map(file -> "DERIVED " + file.path())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "/usr/share/mime/types, text/x-b",
        "/usr/share/mime/globs, text/x-b:*.b",
        "/usr/share/mime/aliases, text/x-a text/x-b",
        "/usr/share/mime/magic, x",
        "/usr/share/mime/other, x",
        "/usr/share/mime/packages/evil.xml, <mime-type type='text/evil'/>"
    })
    void otherContentStaysUnexplained(String path, String content) throws IOException {
        assertUnexplained(path, content + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/x-a", "text/x-b"})
    void typeThatNoPackageDeclaresStaysUnexplained(String type) throws IOException {
        assertUnexplained("/usr/share/mime/text/x-b.xml", HEAD + "<mime-type type=\"" + type + "\">" + MADE);
    }

    @Test
    void typeWithMoreBehindItsEndStaysUnexplained() throws IOException {
        String type = HEAD + "<mime-type xmlns=\"x\" type=\"text/x-a\">" + MADE;
        assertUnexplained("/usr/share/mime/text/x-a.xml", type + "evil\n");
        assertUnexplained("/usr/share/mime/text/x-a.xml", type + "evil</mime-type>\n");
    }

    private static final String HEAD = "<?xml version=\"1.0\"?>\n";
    private static final String MADE =
            "<!--Created automatically by update-mime-database. DO NOT EDIT!--></mime-type>\n";
}
