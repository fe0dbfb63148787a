package dev.jonah.distro.detect;

import dev.jonah.distro.Distro;
import dev.jonah.distro.Distro.Confidence;
import dev.jonah.distro.DistroDetector;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code DISTRIB_ID}, {@code DISTRIB_RELEASE} and {@code DISTRIB_CODENAME} of {@code /etc/lsb-release}, and of {@code
 * /etc/openwrt_release}, which has the same form. Files that hold no {@code DISTRIB_ID} say nothing.
 */
public final class LsbReleaseDetector implements DistroDetector {
    private static final List<ImagePath> PLACES =
            List.of(ImagePath.of("/etc/lsb-release"), ImagePath.of("/etc/openwrt_release"));
    private static final Set<String> WANTED =
            Set.of("DISTRIB_ID", "DISTRIB_RELEASE", "DISTRIB_CODENAME", "DISTRIB_DESCRIPTION", "DISTRIB_REVISION");

    /** Found as a service. */
    public LsbReleaseDetector() {}

    @Override
    public String id() {
        return "jonah.distro.lsb-release";
    }

    @Override
    public void detect(Scan scan, Consumer<Distro> out) throws IOException {
        for (ImagePath place : PLACES) {
            Assignments fields = Assignments.read(scan, place, WANTED);
            String name = fields == null ? null : fields.get("DISTRIB_ID");
            if (fields != null && name != null) {
                String id = KnownNames.idOf(name);
                out.accept(new Opinion(id, Confidence.STRONG, place)
                        .name(name)
                        .version(release(id, fields.get("DISTRIB_RELEASE")))
                        .codename(fields.get("DISTRIB_CODENAME"))
                        .prettyName(fields.get("DISTRIB_DESCRIPTION"))
                        .buildId(fields.get("DISTRIB_REVISION"))
                        .distro());
            }
        }
    }

    /** Arch and snapshots of OpenWrt have a word here ({@code rolling}, {@code SNAPSHOT}), which is no version. */
    private static @Nullable String release(String id, @Nullable String text) {
        return text == null || !Character.isDigit(text.charAt(0)) ? null : KnownNames.versionId(id, text);
    }
}
