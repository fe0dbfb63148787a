package dev.jonah.distro.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.distro.Distro;
import dev.jonah.testkit.FakeTree;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What os-release files of real distributions say; the fields are as those distributions publish them. */
class OsReleaseTableTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`', textBlock = """
        alpine              | 3.20.3       | -        | -          | alpine     | alpine-3.20.3         | NAME="Alpine Linux";ID=alpine;VERSION_ID=3.20.3;PRETTY_NAME="Alpine Linux v3.20"
        alpine              | 3.21.0_alpha20240923 | - | edge      | alpine     | alpine-3.21.0_alpha20240923 | NAME="Alpine Linux";ID=alpine;VERSION_ID=3.21.0_alpha20240923;PRETTY_NAME="Alpine Linux edge"
        debian              | 12           | bookworm | -          | debian     | debian-12             | PRETTY_NAME="Debian GNU/Linux 12 (bookworm)";NAME="Debian GNU/Linux";VERSION_ID="12";VERSION="12 (bookworm)";VERSION_CODENAME=bookworm;ID=debian
        debian              | 13           | trixie   | -          | debian     | debian-13             | PRETTY_NAME="Debian GNU/Linux 13 (trixie)";VERSION_ID="13";VERSION="13 (trixie)";VERSION_CODENAME=trixie;DEBIAN_VERSION_FULL=13.1;ID=debian
        debian              | 7            | wheezy   | -          | debian     | debian-7              | PRETTY_NAME="Debian GNU/Linux 7 (wheezy)";NAME="Debian GNU/Linux";VERSION_ID="7";VERSION="7 (wheezy)";ID=debian;ANSI_COLOR="1;31"
        debian              | -            | forky    | -          | debian     | debian-forky          | PRETTY_NAME="Debian GNU/Linux forky/sid";NAME="Debian GNU/Linux";VERSION_CODENAME=forky;ID=debian
        debian              | -            | buster   | -          | debian     | debian-buster         | PRETTY_NAME="Debian GNU/Linux buster/sid";NAME="Debian GNU/Linux";ID=debian
        debian              | 12           | bookworm | distroless | debian     | debian-12             | PRETTY_NAME="Distroless";NAME="Debian GNU/Linux";ID="debian";VERSION_ID="12";VERSION="Debian GNU/Linux 12 (bookworm)"
        ubuntu              | 24.04        | noble    | -          | ubuntu     | ubuntu-24.04          | PRETTY_NAME="Ubuntu 24.04.1 LTS";NAME="Ubuntu";VERSION_ID="24.04";VERSION="24.04.1 LTS (Noble Numbat)";VERSION_CODENAME=noble;ID=ubuntu;ID_LIKE=debian
        ubuntu              | 14.04        | -        | -          | ubuntu     | ubuntu-14.04          | NAME="Ubuntu";VERSION="14.04.6 LTS, Trusty Tahr";ID=ubuntu;ID_LIKE=debian;PRETTY_NAME="Ubuntu 14.04.6 LTS";VERSION_ID="14.04"
        kali                | 2024.3       | kali-rolling | -      | kali       | kali-2024.3           | PRETTY_NAME="Kali GNU/Linux Rolling";NAME="Kali GNU/Linux";VERSION_ID="2024.3";VERSION="2024.3";VERSION_CODENAME=kali-rolling;ID=kali;ID_LIKE=debian
        fedora              | 40           | -        | container  | fedora     | fedora-40             | NAME="Fedora Linux";VERSION="40 (Container Image)";ID=fedora;VERSION_ID=40;VERSION_CODENAME="";PRETTY_NAME="Fedora Linux 40 (Container Image)";VARIANT_ID=container
        rhel                | 9.4          | -        | -          | redhat     | rhel-9.4              | NAME="Red Hat Enterprise Linux";VERSION="9.4 (Plow)";ID="rhel";ID_LIKE="fedora";VERSION_ID="9.4";PRETTY_NAME="Red Hat Enterprise Linux 9.4 (Plow)"
        rhel                | 7.9          | -        | server     | redhat     | rhel-7.9              | NAME="Red Hat Enterprise Linux Server";VERSION="7.9 (Maipo)";ID="rhel";ID_LIKE="fedora";VARIANT_ID="server";VERSION_ID="7.9"
        rocky               | 9.3          | -        | -          | rocky      | rocky-9.3             | NAME="Rocky Linux";VERSION="9.3 (Blue Onyx)";ID="rocky";ID_LIKE="rhel centos fedora";VERSION_ID="9.3"
        almalinux           | 8.9          | -        | -          | almalinux  | almalinux-8.9         | NAME="AlmaLinux";VERSION="8.9 (Midnight Oncilla)";ID="almalinux";ID_LIKE="rhel centos fedora";VERSION_ID="8.9"
        centos              | 7            | -        | -          | centos     | centos-7              | NAME="CentOS Linux";VERSION="7 (Core)";ID="centos";ID_LIKE="rhel fedora";VERSION_ID="7";CENTOS_MANTISBT_PROJECT="CentOS-7"
        centos              | 9            | -        | stream     | centos     | centos-9              | NAME="CentOS Stream";VERSION="9";ID="centos";ID_LIKE="rhel fedora";VERSION_ID="9";PRETTY_NAME="CentOS Stream 9"
        amzn                | 2018.03      | -        | -          | amazon     | amzn-2018.03          | NAME="Amazon Linux AMI";VERSION="2018.03";ID="amzn";ID_LIKE="rhel fedora";VERSION_ID="2018.03"
        amzn                | 2            | -        | -          | amazon     | amzn-2                | NAME="Amazon Linux";VERSION="2";ID="amzn";ID_LIKE="centos rhel fedora";VERSION_ID="2"
        amzn                | 2023         | -        | -          | amazon     | amzn-2023             | NAME="Amazon Linux";VERSION="2023";ID="amzn";ID_LIKE="fedora";VERSION_ID="2023";PRETTY_NAME="Amazon Linux 2023.6.20241031"
        ol                  | 8.9          | -        | server     | oracle     | ol-8.9                | NAME="Oracle Linux Server";VERSION="8.9";ID="ol";ID_LIKE="fedora";VARIANT="Server";VARIANT_ID="server";VERSION_ID="8.9"
        opensuse-leap       | 15.6         | -        | -          | opensuse   | opensuse-leap-15.6    | NAME="openSUSE Leap";VERSION="15.6";ID="opensuse-leap";ID_LIKE="suse opensuse";VERSION_ID="15.6"
        opensuse-tumbleweed | 20241031     | -        | -          | opensuse   | opensuse-tumbleweed-20241031 | NAME="openSUSE Tumbleweed";# VERSION="20241031";ID="opensuse-tumbleweed";ID_LIKE="opensuse suse";VERSION_ID="20241031"
        opensuse            | 42.3         | -        | -          | opensuse   | opensuse-42.3         | NAME="openSUSE Leap";VERSION="42.3";ID=opensuse;ID_LIKE="suse";VERSION_ID="42.3"
        sles                | 15.5         | -        | -          | suse       | sles-15.5             | NAME="SLES";VERSION="15-SP5";VERSION_ID="15.5";PRETTY_NAME="SUSE Linux Enterprise Server 15 SP5";ID="sles";ID_LIKE="suse"
        sle-micro           | 5.5          | -        | -          | suse       | sle-micro-5.5         | NAME="SLE Micro";VERSION="5.5";VERSION_ID="5.5";ID="sle-micro";ID_LIKE="suse"
        sl-micro            | 6.0          | -        | -          | suse       | sl-micro-6.0          | NAME="SL-Micro";VERSION="6.0";VERSION_ID="6.0";ID="sl-micro";ID_LIKE="suse"
        photon              | 5.0          | -        | -          | photon     | photon-5.0            | NAME="VMware Photon OS";VERSION="5.0";ID=photon;VERSION_ID=5.0;PRETTY_NAME="VMware Photon OS/Linux"
        mariner             | 2.0          | -        | -          | azurelinux | mariner-2.0           | NAME="Common Base Linux Mariner";VERSION="2.0.20230208";ID=mariner;VERSION_ID="2.0";PRETTY_NAME="CBL-Mariner/Linux"
        azurelinux          | 3.0          | -        | -          | azurelinux | azurelinux-3.0        | NAME="Microsoft Azure Linux";VERSION="3.0.20240824";ID=azurelinux;VERSION_ID="3.0"
        arch                | -            | -        | -          | arch       | arch                  | NAME="Arch Linux";PRETTY_NAME="Arch Linux";ID=arch;BUILD_ID=rolling
        arch                | -            | -        | -          | arch       | arch                  | NAME="Arch Linux";ID=arch;BUILD_ID=rolling;VERSION_ID=TEMPLATE_VERSION_ID
        manjaro             | -            | -        | -          | manjaro    | manjaro               | NAME="Manjaro Linux";ID=manjaro;ID_LIKE=arch;BUILD_ID=rolling
        void                | -            | -        | -          | void       | void                  | NAME="Void";ID="void";PRETTY_NAME="Void Linux";DISTRIB_ID="void"
        gentoo              | 2.15         | -        | -          | gentoo     | gentoo-2.15           | NAME=Gentoo;ID=gentoo;PRETTY_NAME="Gentoo Linux";VERSION_ID="2.15"
        wolfi               | 20230201     | -        | -          | wolfi      | wolfi-20230201        | ID=wolfi;NAME="Wolfi";PRETTY_NAME="Wolfi";VERSION_ID="20230201"
        chainguard          | 20230214     | -        | -          | chainguard | chainguard-20230214   | ID=chainguard;NAME="Chainguard";PRETTY_NAME="Chainguard";VERSION_ID="20230214"
        altlinux            | 10.2         | -        | -          | altlinux   | altlinux-10.2         | NAME="ALT Starterkit";VERSION="10.2";ID=altlinux;VERSION_ID=10.2;PRETTY_NAME="ALT Starterkit (Hypericum)"
        mageia              | 9            | -        | -          | mageia     | mageia-9              | NAME="Mageia";VERSION="9";ID=mageia;VERSION_ID=9;ID_LIKE="mandriva fedora"
        nixos               | 24.05        | uakari   | -          | nixos      | nixos-24.05           | ANSI_COLOR="1;34";BUILD_ID="24.05.20240601.abcdef0";ID=nixos;NAME=NixOS;VERSION="24.05 (Uakari)";VERSION_CODENAME=uakari;VERSION_ID="24.05"
        openwrt             | 23.05.3      | -        | -          | openwrt    | openwrt-23.05.3       | NAME="OpenWrt";VERSION="23.05.3";ID="openwrt";ID_LIKE="lede openwrt";VERSION_ID="23.05.3";BUILD_ID="r23809-234f1a2efa"
        slackware           | 15.0         | -        | -          | slackware  | slackware-15.0        | NAME=Slackware;VERSION="15.0";ID=slackware;VERSION_ID=15.0;VERSION_CODENAME=
        linux               | -            | -        | -          | linux      | linux                 | NAME="Handmade"
        hannah-montana.os   | 1            | -        | -          | hannah-montana.os | hannah-montana.os-1 | ID=hannah-montana.os;VERSION_ID=1
        """)
    void knowsIt(
            String id,
            String version,
            String codename,
            String variant,
            String namespace,
            String purlDistro,
            String content)
            throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/etc/os-release", content.replace(';', '\n').replace("1\n31", "1;31") + "\n")
                .build();

        assertThat(Detection.of(new OsReleaseDetector(), tree).opinions())
                .singleElement()
                .extracting(
                        Distro::id,
                        Distro::version,
                        Distro::codename,
                        Distro::variant,
                        Distro::purlNamespace,
                        Distro::purlDistro)
                .containsExactly(id, version, codename, variant, namespace, purlDistro);
    }
}
