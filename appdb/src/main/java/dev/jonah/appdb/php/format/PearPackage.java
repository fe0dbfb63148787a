package dev.jonah.appdb.php.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PEAR's record of an installed package.
 *
 * @param name as written, or null
 * @param channel where it comes from: {@code pear.php.net}; null in records of PEAR before 1.4
 * @param version or null
 * @param license as written, or null
 * @param licenseUri or null
 * @param summary or null
 * @param description or null
 * @param maintainers each name and address in one line
 * @param dependencies packages and extensions that it needs, each with the versions it allows
 * @param files in order
 */
public record PearPackage(
        @Nullable String name,
        @Nullable String channel,
        @Nullable String version,
        @Nullable String license,
        @Nullable String licenseUri,
        @Nullable String summary,
        @Nullable String description,
        List<String> maintainers,
        List<Dependency> dependencies,
        List<PearFile> files) {
    /** The channel of packages for which none is recorded. */
    public static final String DEFAULT_CHANNEL = "pear" + ".php.net";

    /**
     * Something that a package needs.
     *
     * @param channel of a package, or null for an extension of PHP
     * @param name of the package or extension
     * @param versions the condition as text, or an empty one
     * @param optional whether it may be absent
     */
    public record Dependency(@Nullable String channel, String name, String versions, boolean optional) {}

    /** Copies the lists. */
    public PearPackage {
        maintainers = List.copyOf(maintainers);
        dependencies = List.copyOf(dependencies);
        files = List.copyOf(files);
    }
}
