package dev.jonah.distro.detect;

import dev.jonah.distro.Distro;
import dev.jonah.distro.Distro.Confidence;
import dev.jonah.distro.DistroDetector;
import dev.jonah.distro.detect.format.ReleaseLine;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one-line files that distributions had before os-release and that many still have: {@code
 * /etc/redhat-release}, {@code /etc/alpine-release} and their kin. Files of derived distributions are asked before those of
 * their base, which derived ones often keep; what two files say alike is handed over once.
 */
public final class ReleaseFilesDetector implements DistroDetector {
    /** Files whose first line is a name with a version, and the id where the line may be empty. */
    private static final List<NamedFile> NAMED = List.of(
            new NamedFile("rocky-release", null),
            new NamedFile("almalinux-release", null),
            new NamedFile("oracle-release", null),
            new NamedFile("enterprise-release", null),
            new NamedFile("openEuler-release", null),
            new NamedFile("anolis-release", null),
            new NamedFile("euleros-release", null),
            new NamedFile("altlinux-release", "altlinux"),
            new NamedFile("mageia-release", "mageia"),
            new NamedFile("centos-release", null),
            new NamedFile("fedora-release", null),
            new NamedFile("azurelinux-release", "azurelinux"),
            new NamedFile("mariner-release", "mariner"),
            new NamedFile("photon-release", "photon"),
            new NamedFile("system-release", null),
            new NamedFile("redhat-release", null),
            new NamedFile("gentoo-release", "gentoo"),
            new NamedFile("slackware-version", "slackware"),
            new NamedFile("manjaro-release", "manjaro"),
            new NamedFile("arch-release", "arch"));

    /** Found as a service. */
    public ReleaseFilesDetector() {}

    @Override
    public String id() {
        return "jonah.distro.release-files";
    }

    @Override
    public void detect(Scan scan, Consumer<Distro> out) throws IOException {
        Set<String> said = new HashSet<>();
        Consumer<@Nullable Distro> once = distro -> {
            if (distro != null && said.add(distro.purlDistro() + "/" + distro.variant())) {
                out.accept(distro);
            }
        };
        for (NamedFile file : NAMED) {
            once.accept(file.read(scan));
        }
        once.accept(SingleFiles.suse(scan));
        once.accept(SingleFiles.cpe(scan));
        once.accept(SingleFiles.alpine(scan));
        once.accept(SingleFiles.debian(scan));
    }

    private record NamedFile(ImagePath path, @Nullable String id) {
        NamedFile(String name, @Nullable String id) {
            this(ImagePath.of("/etc/" + name), id);
        }

        @Nullable
        Distro read(Scan scan) throws IOException {
            List<String> lines = EvidenceFile.lines(scan, path, 1);
            ReleaseLine line = lines.isEmpty() ? null : ReleaseLine.parse(lines.get(0));
            if (line == null || line.name().isEmpty()) {
                boolean there = scan.tree().resolveFile(path).isPresent();
                return there && id != null ? new Opinion(id, Confidence.STRONG, path).distro() : null;
            }
            String named = KnownNames.idOf(line.name());
            String version = line.version();
            return new Opinion(named, Confidence.STRONG, path)
                    .name(line.name())
                    .version(version == null ? null : KnownNames.versionId(named, version))
                    .codename(line.codename())
                    .prettyName(line.text())
                    .variant(line.name().startsWith("CentOS Stream") ? "stream" : null)
                    .distro();
        }
    }
}
