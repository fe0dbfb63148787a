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

class CachesTest extends PlantedFilesContract {
    @Override
    protected Explainer plugin() {
        return new Caches();
    }

    @Override
    FakeTreeBuilder tree() {
        return FakeTree.builder()
                .file("/usr/share/glib-2.0/schemas/a.gschema.xml", "<x/>")
                .file("/usr/share/glib-2.0/schemas/gschemas.compiled", "GVariant\0\0")
                .file("/usr/lib/x86_64-linux-gnu/gio/modules/liba.so", "module")
                .file("/usr/lib/x86_64-linux-gnu/gio/modules/giomodule.cache", "liba.so: gio-tls-backend,x\n")
                .file("/usr/lib/x86_64-linux-gnu/gdk-pixbuf-2.0/2.10.0/loaders/liba.so", "module")
                .file(
                        "/usr/lib/x86_64-linux-gnu/gdk-pixbuf-2.0/2.10.0/loaders.cache",
                        "# made\n\n\"/usr/lib/x86_64-linux-gnu/gdk-pixbuf-2.0/2.10.0/loaders/liba.so\"\n\"xpm\" 4 \"x\"\n\"/* XPM */\" \"\" 100\n")
                .file("/usr/share/icons/hicolor/index.theme", "[Icon Theme]\n")
                .file("/usr/share/icons/hicolor/icon-theme.cache", bytes("\0\1\0\0\0\0"))
                .file("/usr/share/applications/a.desktop", "[Desktop Entry]\n")
                .file("/usr/share/applications/mimeinfo.cache", "[MIME Cache]\ntext/plain=a.desktop;\n")
                .symlink("/lib", "usr/lib")
                .file("/usr/lib/udev/hwdb.d/a.hwdb", "x")
                .file("/usr/lib/udev/hwdb.bin", "KSLPHHRH\0")
                .file("/usr/lib/systemd/catalog/a.catalog", "x")
                .file("/var/lib/systemd/catalog/database", "RHHHKSLP\0")
                .file("/usr/share/info/emacs/a.info.gz", "x")
                .file("/usr/share/info/dir", "Head\n\u001f\nFile: dir,\tNode: Top\tTop\n\n* Menu:\n* A: (a).   Text.\n")
                .file("/var/cache/man/index.db", bytes("\u00cf\u009a\u0057\u0013\0"))
                .file("/var/cache/man/de/index.db", bytes("\u00cf\u009a\u0057\u0013\0"))
                .file("/var/cache/man/CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n# x\n")
                .file("/usr/lib/modules/6.1/modules.order", "kernel/a.ko")
                .file("/usr/lib/modules/6.1/kernel/a.ko", "module")
                .file("/usr/lib/modules/6.1/modules.dep", "kernel/a.ko: kernel/b.ko\n")
                .file("/usr/lib/modules/6.1/modules.dep.bin", bytes("\u00b0\7\u00f4W\0"))
                .file("/usr/lib/modules/6.1/modules.alias", "# Aliases\nalias cpu:type:x86* a\n")
                .file("/usr/share/fonts/X11/misc/a.pcf.gz", "font")
                .file("/usr/share/fonts/X11/misc/fonts.dir", "1\na.pcf.gz -misc-fixed\n")
                .file("/usr/share/fonts/X11/misc/fonts.alias", "!! made\nfixed -misc-fixed\n")
                .file("/var/lib/man-db/auto-update", "")
                .directory("/usr/share/fonts")
                .file("/var/cache/fontconfig/3830d5c3ddfd5cd38a049b759396e72e-le64.cache-8", FONTS)
                .file("/var/cache/ldconfig/aux-cache", "glibc-ld.so.auxcache-1.0\0")
                .file(
                        "/var/log/fontconfig.log",
                        "Font directories:\n\t/usr/share/fonts\n/usr/share/fonts: caching, new cache contents: 0 fonts, 1 dirs\nfc-cache: succeeded\n")
                .file("/var/lib/logrotate/status", "logrotate state -- version 2\n\"/var/log/x\" 2026-1-2-3:4:5\n");
    }

    @Override
    List<SoftwarePackage> packages() {
        return List.of(
                owning(
                        "libglib2.0-0",
                        "/usr/share/glib-2.0/schemas/a.gschema.xml",
                        "/usr/lib/x86_64-linux-gnu/gio/modules/liba.so"),
                owning("libgdk-pixbuf-2.0-0", "/usr/lib/x86_64-linux-gnu/gdk-pixbuf-2.0/2.10.0/loaders/liba.so"),
                owning("hicolor-icon-theme", "/usr/share/icons/hicolor/index.theme"),
                owning("desktop-file-utils", "/usr/share/applications/a.desktop"),
                owning("udev", "/usr/lib/udev/hwdb.d/a.hwdb"),
                owning("systemd", "/usr/lib/systemd/catalog/a.catalog"),
                owning("install-info", "/usr/share/info/emacs/a.info.gz"),
                owning("man-db"),
                owning("kmod", "/usr/lib/modules/6.1/modules.order", "/usr/lib/modules/6.1/kernel/a.ko"),
                owning("xfonts-utils", "/usr/share/fonts/X11/misc/a.pcf.gz"),
                owning("fontconfig"),
                owning("libc-bin"),
                owning("logrotate"));
    }

    @Override
    List<String> expected() {
        return List.of(
                "DERIVED /usr/lib/udev/hwdb.bin",
                "DERIVED /usr/lib/x86_64-linux-gnu/gdk-pixbuf-2.0/2.10.0/loaders.cache",
                "DERIVED /usr/lib/x86_64-linux-gnu/gio/modules/giomodule.cache",
                "DERIVED /usr/share/applications/mimeinfo.cache",
                "DERIVED /usr/share/glib-2.0/schemas/gschemas.compiled",
                "DERIVED /usr/share/icons/hicolor/icon-theme.cache",
                "DERIVED /usr/share/info/dir",
                "DERIVED /usr/lib/modules/6.1/modules.dep",
                "DERIVED /usr/lib/modules/6.1/modules.dep.bin",
                "DERIVED /usr/lib/modules/6.1/modules.alias",
                "DERIVED /usr/share/fonts/X11/misc/fonts.dir",
                "DERIVED /usr/share/fonts/X11/misc/fonts.alias",
                "DERIVED /var/lib/systemd/catalog/database",
                "TRANSIENT /var/cache/fontconfig/3830d5c3ddfd5cd38a049b759396e72e-le64.cache-8",
                "TRANSIENT /var/cache/ldconfig/aux-cache",
                "TRANSIENT /var/cache/man/CACHEDIR.TAG",
                "TRANSIENT /var/cache/man/de/index.db",
                "TRANSIENT /var/cache/man/index.db",
                "TRANSIENT /var/lib/logrotate/status",
                "TRANSIENT /var/lib/man-db/auto-update",
                "TRANSIENT /var/log/fontconfig.log");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/usr/lib/x86_64-linux-gnu/gio/modules/giomodule.cache | libevil.so: gio-tls-backend",
                "/usr/lib/x86_64-linux-gnu/gdk-pixbuf-2.0/2.10.0/loaders.cache | \"/tmp/libevil.so\"",
                "/usr/share/applications/mimeinfo.cache | text/plain=evil.desktop;",
                "/usr/share/info/dir | * Evil: (evil).",
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

    @Test
    void fontCacheUnderTheNameOfAnotherDirectoryStaysUnexplained() throws IOException {
        FakeTree tree = tree().file("/var/cache/fontconfig/" + "0".repeat(32) + "-le64.cache-8", FONTS)
                .build();
        assertThat(explained(scan(tree), plugin())).noneMatch(path -> path.contains("/00"));
    }

    @Test
    void cacheWithoutAnInputStaysUnexplained() throws IOException {
        FakeTree tree =
                tree().without("/usr/share/glib-2.0/schemas/a.gschema.xml").build();
        assertThat(explained(scan(tree), plugin())).doesNotContain("/usr/share/glib-2.0/schemas/gschemas.compiled");
    }

    // Magic, version, size 41, offset 24 of the path.
    private static final byte[] FONTS =
            bytes("\4\u00fc\2\u00fc\10\0\0\0\u0029\0\0\0\0\0\0\0\30\0\0\0\0\0\0\0/usr/share/fonts\0");
}
