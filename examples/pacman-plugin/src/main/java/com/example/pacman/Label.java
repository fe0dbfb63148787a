package com.example.pacman;

import dev.jonah.distro.Distro;
import dev.jonah.packages.Purl;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the package URLs of one image have in common.
 *
 * @param namespace who makes the packages; the type alpm wants one
 * @param distro value of the qualifier {@code distro}, or null
 */
record Label(String namespace, @Nullable String distro) {
    // The registered namespaces, where they are not the ID of os-release.
    private static final Map<String, String> NAMESPACES =
            Map.of("archlinux", "arch", "archlinux32", "arch32", "archarm", "archarm", "manjaro-arm", "manjaro", "msys2", "msys");

    static Label of(@Nullable Distro distro) {
        if (distro == null || distro.id().equals("unknown") || distro.purlNamespace().isEmpty()) {
            return new Label("arch", null);
        }
        String namespace = distro.purlNamespace();
        return new Label(NAMESPACES.getOrDefault(namespace, namespace), distro.purlDistro());
    }

    /** @throws IllegalArgumentException if there can be no package URL with this name */
    Purl purl(String name, @Nullable String version, @Nullable String architecture) {
        return Purl.of("alpm", name)
                .namespace(namespace)
                .version(version)
                .qualifier("arch", architecture)
                .qualifier("distro", distro)
                .build();
    }
}
