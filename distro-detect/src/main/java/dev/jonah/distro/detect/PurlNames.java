package dev.jonah.distro.detect;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How package URLs name a distribution: the namespace is the vendor, mostly the {@code ID} of os-release; the qualifier
 * {@code distro} is the {@code ID} and the {@code VERSION_ID}. A distribution that nobody heard of is named by its id.
 */
final class PurlNames {
    private static final Map<String, String> NAMESPACES = Map.ofEntries(
            Map.entry("amzn", "amazon"),
            Map.entry("mariner", "azurelinux"),
            Map.entry("msys2", "msys"),
            Map.entry("ol", "oracle"),
            Map.entry("rhcos", "redhat"),
            Map.entry("rhel", "redhat"));

    private PurlNames() {}

    /** The namespace of the packages of the distribution with this id; never empty. */
    static String namespace(String id) {
        String known = NAMESPACES.get(id);
        if (known != null) {
            return known;
        }
        if (id.equals("opensuse") || id.startsWith("opensuse-")) {
            return "opensuse";
        }
        if (id.equals("suse") || id.startsWith("sle") || id.startsWith("sl-micro")) {
            return "suse";
        }
        // A slash would part the namespace, and nothing but slashes would be none at all.
        String safe = id.replace('/', '_');
        return safe.isEmpty() ? "unknown" : safe;
    }

    /**
     * The qualifier {@code distro}: {@code alpine-3.20.3}. Without a version it is made with the codename ({@code
     * debian-forky}: testing or unstable), and with neither it is the id alone, as of Arch, which has no releases.
     */
    static String distro(String id, @Nullable String version, @Nullable String codename) {
        String release = version != null ? version : codename;
        return release == null ? id : id + "-" + release;
    }
}
