package dev.jonah.distro.detect;

import dev.jonah.distro.Distro;
import dev.jonah.distro.Distro.Confidence;
import dev.jonah.distro.DistroDetector;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hints that package managers leave, for images whose release files are gone: the vendor in {@code
 * /etc/dpkg/origins/default} and the addresses in {@code /etc/apk/repositories}.
 */
public final class PackageHintsDetector implements DistroDetector {
    private static final ImagePath ORIGIN = ImagePath.of("/etc/dpkg/origins/default");
    private static final ImagePath REPOSITORIES = ImagePath.of("/etc/apk/repositories");
    private static final Pattern ALPINE_BRANCH = Pattern.compile("/alpine/(?:v(\\d+\\.\\d+)|edge)(?:/|$)");
    private static final int LINES = 200;

    /** Found as a service. */
    public PackageHintsDetector() {}

    @Override
    public String id() {
        return "jonah.distro.package-hints";
    }

    @Override
    public void detect(Scan scan, Consumer<Distro> out) throws IOException {
        String vendor = dpkgVendor(scan);
        if (vendor != null) {
            out.accept(new Opinion(KnownNames.idOf(vendor), Confidence.HINT, ORIGIN)
                    .name(vendor)
                    .distro());
        }
        for (String line : EvidenceFile.lines(scan, REPOSITORIES, LINES)) {
            Distro hint = repository(line);
            if (hint != null) {
                out.accept(hint);
                return; // the first is the main one; others are additions
            }
        }
    }

    /** What {@code /etc/dpkg/origins/default} names as the vendor, or null. */
    static @Nullable String dpkgVendor(Scan scan) throws IOException {
        for (String line : EvidenceFile.lines(scan, ORIGIN, LINES)) {
            if (line.regionMatches(true, 0, "Vendor:", 0, 7)) {
                return Opinion.known(line.substring(7));
            }
        }
        return null;
    }

    private static @Nullable Distro repository(String line) {
        if (line.startsWith("#")) {
            return null;
        }
        if (line.contains("://packages.wolfi.dev/")) {
            return new Opinion("wolfi", Confidence.HINT, REPOSITORIES)
                    .name("Wolfi")
                    .distro();
        }
        if (line.contains(".cgr.dev/")) {
            return new Opinion("chainguard", Confidence.HINT, REPOSITORIES)
                    .name("Chainguard")
                    .distro();
        }
        Matcher branch = ALPINE_BRANCH.matcher(line);
        return branch.find()
                ? new Opinion("alpine", Confidence.HINT, REPOSITORIES)
                        .name("Alpine Linux")
                        .version(branch.group(1))
                        .variant(branch.group(1) == null ? "edge" : null)
                        .distro()
                : null;
    }
}
