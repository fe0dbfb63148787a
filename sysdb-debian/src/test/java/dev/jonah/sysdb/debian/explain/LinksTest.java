package dev.jonah.sysdb.debian.explain;

import static dev.jonah.sysdb.debian.explain.Installations.STATUS;
import static dev.jonah.sysdb.debian.explain.Installations.owning;

import dev.jonah.ledger.Explainer;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest extends PlantedFilesContract {
    @Override
    protected Explainer plugin() {
        return new Links();
    }

    @Override
    FakeTreeBuilder tree() {
        return FakeTree.builder()
                .file(STATUS, "")
                .directory("/usr/bin")
                .file("/etc/dpkg/origins/debian", "Vendor: Debian\n")
                .symlink("/etc/dpkg/origins/default", "debian")
                .file("/usr/share/zoneinfo/Etc/UTC", "TZif")
                .symlink("/etc/localtime", "/usr/share/zoneinfo/Etc/UTC")
                .symlink("/usr/local/man", "share/man")
                .symlink("/var/spool/mail", "../mail")
                .symlink("/bin", "usr/bin")
                .symlink("/etc/mtab", "../proc/self/mounts")
                .file("/etc/nginx/sites-available/default", "server {}")
                .symlink("/etc/nginx/sites-enabled/default", "/etc/nginx/sites-available/default")
                .file("/usr/share/php8.2-opcache/opcache/opcache.ini", "; opcache")
                .file("/etc/php/8.2/mods-available/opcache.ini", "; opcache")
                .symlink("/etc/php/8.2/cli/conf.d/10-opcache.ini", "/etc/php/8.2/mods-available/opcache.ini")
                .file("/usr/share/fontconfig/conf.avail/10-a.conf", "<x/>")
                .symlink("/etc/fonts/conf.d/10-a.conf", "../../../usr/share/fontconfig/conf.avail/10-a.conf");
    }

    @Override
    List<SoftwarePackage> packages() {
        return List.of(
                owning("base-files", "/etc/dpkg/origins/debian"),
                owning("tzdata", "/usr/share/zoneinfo/Etc/UTC"),
                owning("systemd"),
                owning("php8.2-opcache", "/usr/share/php8.2-opcache/opcache/opcache.ini"),
                owning("nginx-common", "/etc/nginx/sites-available/default"),
                owning("fontconfig-config", "/usr/share/fontconfig/conf.avail/10-a.conf"));
    }

    @Override
    List<String> expected() {
        return tree().build()
                .files()
                .filter(file -> file.target() != null)
                .map(file -> "DERIVED " + file.path())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/localtime, /etc/nginx/sites-available/default",
        "/usr/local/man, /tmp",
        "/bin, /usr/local/bin",
        "/etc/mtab, /tmp/mounts",
        "/etc/nginx/sites-enabled/default, /usr/share/zoneinfo/Etc/UTC",
        "/etc/dpkg/origins/default, nowhere"
    })
    void linkElsewhereInTheImageStaysUnexplained(String link, String target) throws IOException {
        assertUnexplainedLink(link, target);
    }
}
