package dev.jonah.appdb.vscode;

import dev.jonah.appdb.json.JsonObject;
import dev.jonah.value.ImagePath;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an installed extension lies, and what it is by its own description. Its directory is called {@code
 * publisher.name-version}, behind which a platform may stand.
 *
 * @param directory of the extension
 * @param publisher as written
 * @param name as written
 * @param version as written
 * @param platform such as {@code linux-x64}, or null for all
 */
record ExtensionPlace(
        ImagePath directory,
        String publisher,
        String name,
        String version,
        @Nullable String platform) {
    private static final Set<String> PLATFORMS = Set.of(
            "linux-x64",
            "linux-arm64",
            "linux-armhf",
            "alpine-x64",
            "alpine-arm64",
            "win32-x64",
            "win32-ia32",
            "win32-arm64",
            "darwin-x64",
            "darwin-arm64",
            "web",
            "universal");

    /** Null unless the description names what the directory is called. */
    static @Nullable ExtensionPlace of(ImagePath directory, JsonObject description) {
        String publisher = description.text("publisher");
        String name = description.text("name");
        String version = description.text("version");
        if (publisher == null
                || name == null
                || version == null
                || description.object("engines").text("vscode") == null) {
            return null;
        }
        String called = directory.fileName().toLowerCase(Locale.ROOT);
        String expected = (publisher + "." + name + "-" + version).toLowerCase(Locale.ROOT);
        if (called.equals(expected)) {
            return new ExtensionPlace(directory, publisher, name, version, null);
        }
        String platform = called.startsWith(expected + "-") ? called.substring(expected.length() + 1) : "";
        return PLATFORMS.contains(platform)
                ? new ExtensionPlace(
                        directory, publisher, name, version, platform.equals("universal") ? null : platform)
                : null;
    }
}
