package dev.jonah.appdb.node.format;

import org.jspecify.annotations.Nullable;

/**
 * A package as a lock file of npm has it.
 *
 * @param path where it is installed, relative to the lock file's project: {@code node_modules/a/node_modules/b}
 * @param name where it differs from the last part of the path, as for aliases; or null
 * @param version or null, as for links
 * @param resolved where its archive came from, or null
 * @param integrity checksums of its archive, as {@code sha512-…}; or null
 * @param dev whether only development needs it
 * @param optional whether it may be absent
 * @param bundled whether it came in the archive of another package
 * @param link whether it is a link to a directory of the project
 */
public record LockedPackage(
        String path,
        @Nullable String name,
        @Nullable String version,
        @Nullable String resolved,
        @Nullable String integrity,
        boolean dev,
        boolean optional,
        boolean bundled,
        boolean link) {
    /** The name that its {@code package.json} must have. */
    public String packageName() {
        if (name != null) {
            return name;
        }
        int start = path.lastIndexOf("node_modules/");
        return start < 0 ? path : path.substring(start + "node_modules/".length());
    }
}
