package dev.jonah.sysdb.debian;

import dev.jonah.distro.Distro;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.support.LineReader;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What package URLs of one database have in common.
 *
 * @param type type of the package URLs
 * @param namespace who makes the packages, or null
 * @param distro value of the qualifier {@code distro}, or null
 */
record Label(
        String type, @Nullable String namespace, @Nullable String distro) {
    /** dpkg is Debian's; its packages are there whether or not anything else names the distribution. */
    private static final Label DEBIAN = new Label("deb", "debian", null);

    /** The label of the image's own packages. */
    static Label of(@Nullable Distro distro) {
        return distro == null
                        || distro.id().equals("unknown")
                        || distro.purlNamespace().isEmpty()
                ? DEBIAN
                : new Label("deb", distro.purlNamespace(), distro.purlDistro());
    }

    /** The label of a root inside the image, by what its own os-release says. */
    static Label below(ImagePath root, Files files) {
        for (String place : new String[] {"etc/os-release", "usr/lib/os-release"}) {
            FileEntry file = files.file(root.resolve(place));
            if (file != null) {
                Map<String, String> values = assignments(file, files);
                String id = values.get("ID");
                String version = values.get("VERSION_ID");
                return id == null || !id.matches("[a-z0-9._-]+")
                        ? DEBIAN
                        : new Label("deb", id, version == null || version.isEmpty() ? null : id + "-" + version);
            }
        }
        return DEBIAN;
    }

    private static Map<String, String> assignments(FileEntry file, Files files) {
        Map<String, String> values = new HashMap<>();
        if (file.content() == null || file.size() > 1 << 20) {
            return values;
        }
        try (LineReader lines =
                new LineReader(file.content().open(), files.scan().limits())) {
            RawText line;
            while ((line = lines.readLine()) != null) {
                String text = line.toString();
                int equals = text.indexOf('=');
                if (equals > 0) {
                    values.put(
                            text.substring(0, equals),
                            text.substring(equals + 1).replaceAll("^(['\"])(.*)\\1$", "$2"));
                }
            }
        } catch (IOException e) {
            String message = "the distribution of a root inside the image is unknown: " + e.getMessage();
            files.diagnostics().warning("dpkg.root", file.path(), message);
        }
        return values;
    }

    /**
     * A package with this label.
     *
     * @throws IllegalArgumentException if there can be no package URL of this name
     */
    SoftwarePackage.Builder start(
            String name, @Nullable String version, @Nullable String architecture, ImagePath foundAt) {
        Purl purl = Purl.of(type, name)
                .namespace(namespace)
                .version(version)
                .qualifier("arch", architecture)
                .qualifier("distro", distro)
                .build();
        return SoftwarePackage.of(purl, SoftwarePackage.Kind.SYSTEM, foundAt).architecture(architecture);
    }
}
