package dev.jonah.appdb.node;

import java.util.regex.Pattern;

/** Names of packages: no more than a scope and a name, so that none leads anywhere when it is taken for a path. */
final class PackageName {
    private static final Pattern NAME = Pattern.compile("(@[A-Za-z0-9._~-]+/)?[A-Za-z0-9._~-]{1,214}");

    private PackageName() {}

    /** Whether it can be one, of old packages too, which may have capitals. */
    static boolean isOne(String name) {
        return NAME.matcher(name).matches()
                && !name.endsWith("/.")
                && !name.endsWith("/..")
                && !name.matches("\\.\\.?");
    }
}
