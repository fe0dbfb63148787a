package dev.jonah.sysdb.debian.explain;

import static dev.jonah.sysdb.debian.explain.Installations.explained;
import static dev.jonah.sysdb.debian.explain.Installations.owning;
import static org.assertj.core.api.Assertions.assertThat;

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

class CachesTest extends PlantedFilesContract {
    @Override
    protected Explainer plugin() {
        return new Caches();
    }

    @Override
    FakeTreeBuilder tree() {
        return FakeTree.builder()
                .file("/usr/share/applications/a.desktop", "[Desktop Entry]\n")
                .file("/usr/share/applications/mimeinfo.cache", "[MIME Cache]\ntext/plain=a.desktop;\n")
                .symlink("/lib", "usr/lib")
                .file("/usr/share/info/emacs/a.info.gz", "x")
                .file(
                        "/usr/share/info/dir",
                        "Head\n\u001f\nFile: dir,\tNode: Top\tTop\n\n* Menu:\n* A: (a).   Text.\n* B: (gone)B.\n")
                .file("/usr/share/info/evil.info", "x")
                .file("/usr/lib/modules/6.1/modules.order", "kernel/a.ko")
                .file("/usr/lib/modules/6.1/kernel/a.ko", "module")
                .file("/usr/lib/modules/6.1/modules.dep", "kernel/a.ko: kernel/b.ko\n")
                .file("/usr/lib/modules/6.1/modules.dep.bin", bytes("\u00b0\7\u00f4W\0"))
                .file("/usr/lib/modules/6.1/modules.alias", "# Aliases\nalias cpu:type:x86* a\n")
                .file("/usr/share/fonts/X11/misc/a.pcf.gz", "font")
                .file("/usr/share/fonts/X11/misc/fonts.dir", "1\na.pcf.gz -misc-fixed\n")
                .file("/usr/share/fonts/X11/misc/fonts.alias", "!! made\nfixed -misc-fixed\n")
                .file("/var/lib/man-db/auto-update", "")
                .file(
                        "/var/log/fontconfig.log",
                        "Font directories:\n\t/usr/share/fonts\n/usr/share/fonts: caching, new cache contents: 0 fonts, 1 dirs\nfc-cache: succeeded\n")
                .file("/var/lib/logrotate/status", "logrotate state -- version 2\n\"/var/log/x\" 2026-1-2-3:4:5\n");
    }

    @Override
    List<SoftwarePackage> packages() {
        return List.of(
                owning("desktop-file-utils", "/usr/share/applications/a.desktop"),
                owning("install-info", "/usr/share/info/emacs/a.info.gz"),
                owning("man-db"),
                owning("kmod", "/usr/lib/modules/6.1/modules.order", "/usr/lib/modules/6.1/kernel/a.ko"),
                owning("xfonts-utils", "/usr/share/fonts/X11/misc/a.pcf.gz"),
                owning("fontconfig"),
                owning("logrotate"));
    }

    @Override
    List<String> expected() {
        return List.of(
                "DERIVED /usr/share/applications/mimeinfo.cache",
                "DERIVED /usr/share/info/dir",
                "DERIVED /usr/lib/modules/6.1/modules.dep",
                "DERIVED /usr/lib/modules/6.1/modules.dep.bin",
                "DERIVED /usr/lib/modules/6.1/modules.alias",
                "DERIVED /usr/share/fonts/X11/misc/fonts.dir",
                "DERIVED /usr/share/fonts/X11/misc/fonts.alias",
                "TRANSIENT /var/lib/logrotate/status",
                "TRANSIENT /var/lib/man-db/auto-update",
                "TRANSIENT /var/log/fontconfig.log");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/usr/share/applications/mimeinfo.cache | text/plain=evil.desktop;",
                "/var/log/fontconfig.log | x",
                "/usr/lib/modules/6.1/modules.dep | ../../evil.ko:",
                "/usr/lib/modules/6.1/modules.alias | install a /tmp/evil",
                "/usr/share/fonts/X11/misc/fonts.dir | evil.pcf -x",
                "/usr/share/fonts/X11/misc/fonts.alias | evil",
                "/var/lib/logrotate/status | x"
            })
    void otherContentStaysUnexplained(String path, String content) throws IOException {
        assertUnexplained(path, content + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"* Evil: (evil).", "* A: (/tmp/a).", "* A: (../../../tmp/a)."})
    void menuThatLeadsToAManualOfNobodyStaysUnexplained(String entry) throws IOException {
        assertUnexplained(
                "/usr/share/info/dir",
                "Head\n\u001f\nFile: dir,\tNode: Top\tTop\n\n* Menu:\n* A: (a).   Text.\n" + entry + "\n");
    }

    @Test
    void cacheWithoutAnInputStaysUnexplained() throws IOException {
        FakeTree tree = tree().without("/usr/lib/modules/6.1/modules.order").build();
        assertThat(explained(scan(tree), plugin())).doesNotContain("/usr/lib/modules/6.1/modules.dep.bin");
    }
}
