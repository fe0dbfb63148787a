package dev.jonah.distro.detect;

import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import org.jspecify.annotations.Nullable;

/**
 * What kind of the distribution it is: {@code VARIANT_ID}, or what tells two kinds apart that os-release does not.
 *
 * <ul>
 *   <li>{@code distroless}: packages of Debian, Mariner or Azure Linux without their package manager
 *   <li>{@code edge}: Alpine's rolling branch, whose {@code VERSION_ID} is the coming release with {@code _alpha}
 *   <li>{@code stream}: CentOS Stream, which only its {@code NAME} tells from CentOS
 * </ul>
 */
final class Variant {
    private static final ImagePath DPKG_RECORDS = ImagePath.of("/var/lib/dpkg/status.d");
    private static final ImagePath DPKG_STATUS = ImagePath.of("/var/lib/dpkg/status");
    private static final ImagePath RPM_MANIFEST = ImagePath.of("/var/lib/rpmmanifest/container-manifest-2");

    private Variant() {}

    static @Nullable String of(FileTree tree, String id, Assignments fields) {
        String declared = fields.get("VARIANT_ID");
        if (declared != null) {
            return declared;
        }
        return switch (id) {
            case "alpine" -> isEdge(fields) ? "edge" : null;
            case "centos" -> "CentOS Stream".equals(fields.get("NAME")) ? "stream" : null;
            case "debian" -> isDistroless(tree, fields) ? "distroless" : null;
            case "mariner", "azurelinux" -> tree.resolve(RPM_MANIFEST).isPresent() ? "distroless" : null;
            default -> null;
        };
    }

    /** Whether an Alpine version is of the rolling branch. */
    static boolean isEdge(String version) {
        return version.contains("_alpha");
    }

    private static boolean isEdge(Assignments fields) {
        String version = fields.get("VERSION_ID");
        String pretty = fields.get("PRETTY_NAME");
        return version != null && isEdge(version) || pretty != null && pretty.endsWith(" edge");
    }

    private static boolean isDistroless(FileTree tree, Assignments fields) {
        return "Distroless".equals(fields.get("PRETTY_NAME"))
                || tree.resolve(DPKG_RECORDS).isPresent()
                        && tree.resolve(DPKG_STATUS).isEmpty();
    }
}
