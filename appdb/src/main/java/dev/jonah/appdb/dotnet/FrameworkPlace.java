package dev.jonah.appdb.dotnet;

import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where .NET lays out what it installs: {@code shared/<name>/<version>}, {@code sdk/<version>},
 * {@code host/fxr/<version>}.
 */
final class FrameworkPlace {
    private FrameworkPlace() {}

    /** Name and version of the shared framework whose list of dependencies this is; null for other files. */
    static @Nullable String framework(ImagePath manifest) {
        List<RawText> parts = manifest.parts();
        int last = parts.size() - 1;
        if (last < 3 || !parts.get(last - 3).toString().equals("shared")) {
            return null;
        }
        String name = parts.get(last - 2).toString();
        return parts.get(last).toString().equals(name + DependencyManifestParser.SUFFIX)
                ? name + " " + parts.get(last - 1)
                : null;
    }

    /** Whether this lies in an SDK, whose tools share one directory and leave out some of what they list. */
    static boolean isInSdk(ImagePath path) {
        List<RawText> parts = path.parts();
        for (int i = 0; i + 1 < parts.size(); i++) {
            String version = parts.get(i + 1).toString();
            if (parts.get(i).toString().equals("sdk") && !version.isEmpty() && Character.isDigit(version.charAt(0))) {
                return true;
            }
        }
        return false;
    }
}
