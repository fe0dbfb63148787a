package dev.jonah.sysdb.alpine;

import dev.jonah.distro.Distro;
import dev.jonah.packages.Purl;
import org.jspecify.annotations.Nullable;

/**
 * What package URLs of one database have in common.
 *
 * @param namespace who makes the packages
 * @param distro value of the qualifier {@code distro}, or null
 */
record Label(String namespace, @Nullable String distro) {
    /** apk is Alpine's; its packages are there whether or not anything else names the distribution. */
    static final Label UNKNOWN = new Label("alpine", null);

    static Label of(@Nullable Distro distro) {
        return distro == null
                        || distro.id().equals("unknown")
                        || distro.purlNamespace().isEmpty()
                ? UNKNOWN
                : new Label(distro.purlNamespace(), distro.purlDistro());
    }

    /** The label of a root inside the image, by what its own os-release says. */
    static Label of(OsRelease release) {
        String id = release.get("ID");
        String version = release.get("VERSION_ID");
        if (id == null || !id.matches("[a-z0-9._-]+")) {
            return UNKNOWN;
        }
        return new Label(id, version == null || version.isEmpty() ? null : id + "-" + version);
    }

    Purl purl(String name, @Nullable String version, @Nullable String architecture) {
        return Purl.of("apk", name)
                .namespace(namespace)
                .version(version)
                .qualifier("arch", architecture)
                .qualifier("distro", distro)
                .build();
    }
}
