package dev.jonah.core.json;

import org.jspecify.annotations.Nullable;

/** The version of this module, as its jar says. */
final class ToolVersion {
    private ToolVersion() {}

    /** Null where the classes come from no jar. */
    static @Nullable String get() {
        return ToolVersion.class.getPackage().getImplementationVersion();
    }
}
