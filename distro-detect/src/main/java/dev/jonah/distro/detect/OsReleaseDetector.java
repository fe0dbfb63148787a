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
 * Reads os-release(5): {@code /etc/os-release}, and only if that is absent or unusable {@code /usr/lib/os-release}; the two
 * are never merged. The evidence is the path that the standard names, even where it is a link.
 *
 * <p>The standard lets {@code ID} default to {@code linux}. That is done for a file that sets other variables of
 * os-release; one that sets none of them is something else (a link that leads astray) and gives no opinion.
 */
public final class OsReleaseDetector implements DistroDetector {
    private static final List<ImagePath> PLACES =
            List.of(ImagePath.of("/etc/os-release"), ImagePath.of("/usr/lib/os-release"));
    private static final Set<String> WANTED = Set.of(
            "BUILD_ID",
            "ID",
            "ID_LIKE",
            "NAME",
            "PRETTY_NAME",
            "VARIANT_ID",
            "VERSION",
            "VERSION_CODENAME",
            "VERSION_ID");

    /** Found as a service. */
    public OsReleaseDetector() {}

    @Override
    public String id() {
        return "jonah.distro.os-release";
    }

    @Override
    public void detect(Scan scan, Consumer<Distro> out) throws IOException {
        for (ImagePath place : PLACES) {
            Assignments fields = Assignments.read(scan, place, WANTED);
            if (fields != null && fields.isEmpty()) {
                scan.diagnostics()
                        .warning("distro.os-release.invalid", place, place + " sets no variable of os-release");
            } else if (fields != null) {
                out.accept(opinion(scan, place, fields));
                return;
            }
        }
    }

    private static Distro opinion(Scan scan, ImagePath place, Assignments fields) {
        String id = id(scan, place, fields);
        return new Opinion(id, Confidence.DECLARED, place)
                .idLike(fields.get("ID_LIKE"))
                .name(fields.get("NAME"))
                .version(version(fields))
                .codename(Codename.of(id, fields))
                .prettyName(fields.get("PRETTY_NAME"))
                .variant(Variant.of(scan.tree(), id, fields))
                .buildId(fields.get("BUILD_ID"))
                .distro();
    }

    private static String id(Scan scan, ImagePath place, Assignments fields) {
        String id = fields.get("ID");
        if (id == null) {
            scan.diagnostics()
                    .info("distro.os-release.no-id", place, place + " has no ID, which means linux by its standard");
            return "linux";
        }
        if (!id.matches("[a-z0-9._-]+")) {
            scan.diagnostics()
                    .info(
                            "distro.os-release.id",
                            place,
                            "the ID '" + id + "' in " + place + " is not as its standard wants");
        }
        return id;
    }

    private static @Nullable String version(Assignments fields) {
        String version = fields.get("VERSION_ID");
        // Images made straight from Arch's template still hold its placeholder.
        return "TEMPLATE_VERSION_ID".equals(version) ? null : version;
    }
}
