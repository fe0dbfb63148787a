package dev.jonah.appdb.python;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.packages.Purl;
import dev.jonah.value.ImagePath;
import org.jspecify.annotations.Nullable;

/** Which distribution it is: name and version by its metadata, or where that lacks them by the name of its directory. */
final class Identity {
    private Identity() {}

    /** The distribution at {@code place}; null, with a diagnostic, if nothing names it. */
    static @Nullable Purl of(Place place, Headers headers, Diagnostics diagnostics) {
        ImagePath manifest = place.manifest();
        String name = headers.first("Name");
        String version = headers.first("Version");
        if (name == null || !isName(name)) {
            if (place.hasMetadata()) {
                String what = name == null ? "no name" : "the malformed name '" + name + "'";
                diagnostics.warning(
                        "python.metadata.name", manifest, manifest + " has " + what + "; its directory counts");
            }
            name = place.labelName();
        }
        if (name == null || !isName(name)) {
            diagnostics.error("python.metadata.nameless", manifest, "nothing names the distribution of " + manifest);
            return null;
        }
        if (version == null) {
            if (place.hasMetadata()) {
                diagnostics.warning(
                        "python.metadata.version", manifest, manifest + " has no version; its directory counts");
            }
            version = place.labelVersion();
        }
        if (name.equalsIgnoreCase("Python") && place.form() != Place.Form.DIST_INFO) {
            diagnostics.info(
                    "python.metadata.interpreter",
                    manifest,
                    manifest + " is of the interpreter, which is no distribution");
            return null;
        }
        return Purl.of("pypi", name).version(version).build();
    }

    /** Letters, digits and {@code . _ -} with a letter or digit at both ends (core metadata, "Name"). */
    private static boolean isName(String name) {
        return name.length() <= 512 && name.matches("(?i)[a-z0-9]|[a-z0-9][a-z0-9._-]*[a-z0-9]");
    }
}
