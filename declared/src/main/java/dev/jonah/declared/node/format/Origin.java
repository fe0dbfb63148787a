package dev.jonah.declared.node.format;

import org.jspecify.annotations.Nullable;

/** What kind of place a specifier of JavaScript's package managers names. */
final class Origin {
    private Origin() {}

    /** {@code git}, {@code path}, {@code workspace}, {@code url}; null for a version or an archive of a registry. */
    static @Nullable String of(@Nullable String specifier) {
        if (specifier == null) {
            return null;
        }
        int colon = specifier.indexOf(':');
        String scheme = colon < 0 ? "" : specifier.substring(0, colon);
        return switch (scheme) {
            case "file", "link", "portal" -> "path";
            case "workspace", "root" -> "workspace";
            case "git", "github", "gitlab", "bitbucket", "gist", "ssh" -> "git";
            default -> scheme.startsWith("git+") || specifier.contains(".git#") ? "git" : null;
        };
    }
}
