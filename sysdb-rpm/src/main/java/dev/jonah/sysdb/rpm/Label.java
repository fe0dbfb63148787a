package dev.jonah.sysdb.rpm;

import dev.jonah.distro.Distro;
import dev.jonah.packages.Purl;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the package URLs of one root have in common.
 *
 * @param namespace who makes the packages; null if nothing but the packages themselves tells
 * @param distro value of the qualifier {@code distro}, or null
 */
record Label(@Nullable String namespace, @Nullable String distro) {
    /** Nothing is known but what packages say. */
    static final Label UNKNOWN = new Label(null, null);

    private static final Map<String, String> VENDORS = Map.ofEntries(
            Map.entry("almalinux", "almalinux"),
            Map.entry("alt linux", "altlinux"),
            Map.entry("amazon", "amazon"),
            Map.entry("centos", "centos"),
            Map.entry("cloudlinux", "cloudlinux"),
            Map.entry("fedora project", "fedora"),
            Map.entry("mageia", "mageia"),
            Map.entry("microsoft corporation", "azurelinux"),
            Map.entry("openeuler", "openeuler"),
            Map.entry("opensuse", "opensuse"),
            Map.entry("oracle", "oracle"),
            Map.entry("red hat", "redhat"),
            Map.entry("rocky", "rocky"),
            Map.entry("suse", "suse"),
            Map.entry("vmware", "photon"));

    static Label of(@Nullable Distro distro) {
        return distro == null
                        || distro.id().equals("unknown")
                        || distro.purlNamespace().isEmpty()
                ? UNKNOWN
                : new Label(distro.purlNamespace(), distro.purlDistro());
    }

    /**
     * The package URL of a package.
     *
     * @throws IllegalArgumentException if there can be none of this name
     */
    Purl purl(
            String name,
            @Nullable String version,
            @Nullable Long epoch,
            @Nullable String architecture,
            @Nullable String vendor) {
        return Purl.of("rpm", name)
                .namespace(namespace != null ? namespace : namespaceOf(vendor))
                .version(version)
                .qualifier("epoch", epoch == null ? null : epoch.toString())
                .qualifier("arch", architecture)
                .qualifier("distro", distro)
                .build();
    }

    private static String namespaceOf(@Nullable String vendor) {
        String lower = vendor == null ? "" : vendor.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> known : VENDORS.entrySet()) {
            if (lower.startsWith(known.getKey())) {
                return known.getValue();
            }
        }
        return "unknown";
    }
}
