package dev.jonah.distro.detect;

import java.util.Locale;

/** Tells the id of os-release from the name that older files hold. */
final class KnownNames {
    // The first that the name begins with counts, in any case of letters.
    private static final String[][] IDS = {
        {"ALT", "altlinux"},
        {"AlmaLinux", "almalinux"},
        {"Alpine", "alpine"},
        {"Amazon Linux", "amzn"},
        {"Anolis OS", "anolis"},
        {"Arch", "arch"},
        {"CBL-Mariner", "mariner"},
        {"CentOS", "centos"},
        {"Debian", "debian"},
        {"Enterprise Linux Enterprise Linux", "ol"},
        {"EulerOS", "euleros"},
        {"Fedora", "fedora"},
        {"Gentoo", "gentoo"},
        {"LinuxMint", "linuxmint"},
        {"Mageia", "mageia"},
        {"Mandriva", "mandriva"},
        {"Manjaro", "manjaro"},
        {"Microsoft Azure Linux", "azurelinux"},
        {"openEuler", "openeuler"},
        {"OpenMandriva", "openmandriva"},
        {"openSUSE Leap", "opensuse-leap"},
        {"openSUSE Tumbleweed", "opensuse-tumbleweed"},
        {"openSUSE", "opensuse"},
        {"OpenWrt", "openwrt"},
        {"Oracle", "ol"},
        {"PCLinuxOS", "pclinuxos"},
        {"Red Hat Enterprise Linux CoreOS", "rhcos"},
        {"Red Hat Enterprise Linux", "rhel"},
        {"RedHatEnterprise", "rhel"},
        {"Rocky", "rocky"},
        {"Scientific Linux", "scientific"},
        {"Slackware", "slackware"},
        {"SUSE Linux Enterprise Desktop", "sled"},
        {"SUSE Linux Enterprise", "sles"},
        {"Ubuntu", "ubuntu"},
        {"VMware Photon", "photon"},
    };

    private KnownNames() {}

    /** The id for this name; a name that is not known becomes one: small letters, hyphens for blanks. */
    static String idOf(String name) {
        for (String[] known : IDS) {
            if (name.regionMatches(true, 0, known[0], 0, known[0].length())) {
                return known[1];
            }
        }
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
    }

    /** The version as the distribution's os-release has it in {@code VERSION_ID}: cut after so many parts. */
    static String versionId(String id, String version) {
        String[] parts = version.split("\\.");
        return switch (id) {
            case "centos" -> parts[0];
            // Debian counted by two parts up to 3.1.
            case "debian" -> version.startsWith("3.") || version.startsWith("2.") ? version : parts[0];
            case "mariner", "azurelinux" -> parts.length > 2 ? parts[0] + "." + parts[1] : version;
            default -> version;
        };
    }
}
