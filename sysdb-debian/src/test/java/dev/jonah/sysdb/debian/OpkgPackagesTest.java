package dev.jonah.sysdb.debian;

import static dev.jonah.testkit.JonahAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.PackageDatabaseContract;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpkgPackagesTest extends PackageDatabaseContract {
    private static final String SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Override
    protected PackageDatabase plugin() {
        return new OpkgPackages();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file(
                        "/usr/lib/opkg/status",
                        "Package: dnsmasq\nVersion: 2.86-14\nDepends: libc\nStatus: install user installed\n"
                                + "Architecture: mips\nConffiles:\n /etc/dns.conf " + SHA256 + "\n\n"
                                + "Package: gone\nVersion: 1\nStatus: deinstall ok not-installed\n")
                .file(
                        "/usr/lib/opkg/info/dnsmasq.control",
                        "Package: dnsmasq\nVersion: 2.86-14\nSource: net/dns\nLicense: GPL-2.0\nDescription: names\n")
                .file(
                        "/usr/lib/opkg/info/dnsmasq.list",
                        "/usr/sbin/dnsmasq\t0104755\n/etc/dns.conf\n/usr/sbin/dns\t0120777\tdnsmasq\n/etc\n/../x\n")
                .file("/etc/dns.conf", "")
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:generic/dnsmasq@2.86-14?arch=mips
                  kind system
                  architecture mips
                  source net/dns 2.86-14
                  license GPL-2.0
                  description names
                  dependency libc
                  found-at /usr/lib/opkg/status
                  extra dpkg.status install user installed
                  file /usr/lib/opkg/info/dnsmasq.control type=file rule=opkg.info
                  file /usr/lib/opkg/info/dnsmasq.list type=file rule=opkg.info
                  file /usr/sbin/dnsmasq type=file mode=4755 rule=opkg.list source=/usr/lib/opkg/info/dnsmasq.list
                  file /etc/dns.conf digest=sha256:SUM if-different=CONFIG_EDITED if-missing=CONFIG_REMOVED \
                rule=opkg.conffile note=a configuration file
                  file /usr/sbin/dns type=symlink target=dnsmasq rule=opkg.list source=/usr/lib/opkg/info/dnsmasq.list
                  file /etc type=directory rule=opkg.list source=/usr/lib/opkg/info/dnsmasq.list
                """.replace("SUM", SHA256);
    }

    @Test
    void pathsBelowOptAreThoseOfTheImage() throws IOException {
        List<SoftwarePackage> found = Scans.packages(FakeTree.builder()
                        .file("/opt/lib/opkg/status", "Package: a\nVersion: 1\nStatus: install user installed\n")
                        .file("/opt/lib/opkg/info/a.list", "/opt/bin/a\n")
                        .build())
                .read(plugin());
        assertThat(found).hasSize(1);
        assertThat(found.get(0)).promises("/opt/bin/a");
    }

    @Test
    void rootsInsideTheImageHaveTheirOwnFiles() throws IOException {
        List<SoftwarePackage> found = Scans.packages(FakeTree.builder()
                        .file("/srv/usr/lib/opkg/status", "Package: a\nVersion: 1\nStatus: install user installed\n")
                        .file("/srv/usr/lib/opkg/info/a.list", "/bin/a\n")
                        .build())
                .read(plugin());
        assertThat(found.get(0)).promises("/srv/bin/a");
    }
}
