package dev.jonah.distro.detect;

import dev.jonah.distro.Distro;
import dev.jonah.distro.Distro.Confidence;
import dev.jonah.distro.DistroDetector.Scan;
import dev.jonah.distro.detect.format.ReleaseLine;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Release files that have a form of their own. Each method gives the opinion of one of them, or null. */
final class SingleFiles {
    private static final ImagePath ALPINE = ImagePath.of("/etc/alpine-release");
    private static final ImagePath DEBIAN = ImagePath.of("/etc/debian_version");
    private static final ImagePath SUSE = ImagePath.of("/etc/SuSE-release");
    private static final ImagePath CPE = ImagePath.of("/etc/system-release-cpe");

    private static final Map<String, String> CPE_VENDORS = Map.of(
            "amazon", "amzn",
            "fedoraproject", "fedora",
            "oracle", "ol",
            "redhat", "rhel",
            "scientificlinux", "scientific");

    private SingleFiles() {}

    /** {@code 3.20.3} */
    static @Nullable Distro alpine(Scan scan) throws IOException {
        String version = first(scan, ALPINE);
        if (version == null || !version.matches("[0-9][0-9A-Za-z._]*")) {
            return null;
        }
        return new Opinion("alpine", Confidence.STRONG, ALPINE)
                .name("Alpine Linux")
                .version(version)
                .prettyName("Alpine Linux " + version)
                .variant(Variant.isEdge(version) ? "edge" : null)
                .distro();
    }

    /** {@code 12.5} or {@code bookworm/sid}; derived distributions keep the file, so that there it is but a hint. */
    static @Nullable Distro debian(Scan scan) throws IOException {
        String text = first(scan, DEBIAN);
        if (text == null) {
            return null;
        }
        boolean numbered = text.matches("[0-9]+(\\.[0-9]+)*[0-9A-Za-z~+._-]*");
        String codename = Codename.beforeSid(text);
        String vendor = PackageHintsDetector.dpkgVendor(scan);
        boolean derived = vendor != null && !vendor.equalsIgnoreCase("Debian") || !numbered && codename == null;
        return new Opinion("debian", derived ? Confidence.HINT : Confidence.STRONG, DEBIAN)
                .name("Debian GNU/Linux")
                .version(numbered ? KnownNames.versionId("debian", text) : null)
                .codename(codename)
                .prettyName(derived ? null : "Debian GNU/Linux " + text)
                .distro();
    }

    /** A name with the architecture in parentheses, then {@code VERSION = 11}, {@code PATCHLEVEL = 4}. */
    static @Nullable Distro suse(Scan scan) throws IOException {
        List<String> lines = EvidenceFile.lines(scan, SUSE, 16);
        ReleaseLine line = lines.isEmpty() ? null : ReleaseLine.parse(lines.get(0));
        if (line == null) {
            return null;
        }
        String id = KnownNames.idOf(line.name());
        String version = line.version();
        String patchLevel = setting(lines, "PATCHLEVEL");
        if (version != null && id.startsWith("sle") && patchLevel != null && !patchLevel.equals("0")) {
            version = version + "." + patchLevel;
        }
        return new Opinion(id, Confidence.STRONG, SUSE)
                .name(line.name())
                .version(version)
                .codename(setting(lines, "CODENAME"))
                .prettyName(line.text())
                .distro();
    }

    /** {@code cpe:/o:centos:linux:6:GA} or {@code cpe:2.3:o:amazon:amazon_linux:2023}. */
    static @Nullable Distro cpe(Scan scan) throws IOException {
        String text = first(scan, CPE);
        if (text == null || !text.startsWith("cpe:")) {
            return null;
        }
        String[] parts = text.split(":");
        int vendor = text.startsWith("cpe:2.3:") ? 3 : 2;
        boolean system = parts.length > vendor + 1 && (parts[vendor - 1].equals("/o") || parts[vendor - 1].equals("o"));
        if (!system || parts[vendor].isBlank()) {
            return null;
        }
        String id = CPE_VENDORS.getOrDefault(parts[vendor], parts[vendor]);
        String version = parts.length > vendor + 2 ? Opinion.known(parts[vendor + 2]) : null;
        boolean numbered = version != null && Character.isDigit(version.charAt(0));
        return new Opinion(id, Confidence.STRONG, CPE)
                .version(version != null && numbered ? KnownNames.versionId(id, version) : null)
                .distro();
    }

    private static @Nullable String first(Scan scan, ImagePath path) throws IOException {
        List<String> lines = EvidenceFile.lines(scan, path, 1);
        return lines.isEmpty() ? null : Opinion.known(lines.get(0));
    }

    private static @Nullable String setting(List<String> lines, String name) {
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0 && line.substring(0, equals).strip().equals(name)) {
                return Opinion.known(line.substring(equals + 1));
            }
        }
        return null;
    }
}
