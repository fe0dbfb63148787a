package dev.jonah.appdb.dotnet;

import dev.jonah.appdb.dotnet.format.RuntimeConfiguration.Framework;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which installed shared framework an application runs on, as .NET's host decides it unless told otherwise: of the
 * wanted major version, and of the lowest minor version that is not lower than the wanted one, the highest patch.
 */
final class SharedFrameworks {
    private static final List<String> ROOTS = List.of(
            "/usr/share/dotnet",
            "/usr/lib/dotnet",
            "/usr/lib64/dotnet",
            "/usr/local/share/dotnet",
            "/opt/dotnet",
            "/root/.dotnet");

    private SharedFrameworks() {}

    /** The list of dependencies of that framework; null if there is none, or its preview alone. */
    static @Nullable ImagePath find(Framework wanted, FileTree tree) {
        String version = wanted.version();
        if (version == null || wanted.name().indexOf('/') >= 0 || !AssemblyVersion.isRelease(version)) {
            return null;
        }
        for (String root : ROOTS) {
            ImagePath versions = ImagePath.of(root).resolve("shared").resolve(wanted.name());
            ImagePath best = null;
            for (FileEntry directory : tree.children(tree.canonical(versions))) {
                if (fits(directory.path().fileName(), version)
                        && (best == null || isBetter(directory.path().fileName(), best.fileName()))) {
                    best = directory.path();
                }
            }
            ImagePath list = best == null ? null : best.resolve(wanted.name() + DependencyManifestParser.SUFFIX);
            if (list != null && tree.resolveFile(list).isPresent()) {
                return list;
            }
        }
        return null;
    }

    private static boolean fits(String installed, String wanted) {
        return AssemblyVersion.isRelease(installed)
                && AssemblyVersion.part(installed, 0) == AssemblyVersion.part(wanted, 0)
                && AssemblyVersion.compare(installed, wanted) >= 0;
    }

    private static boolean isBetter(String candidate, String best) {
        int minor = Long.compare(AssemblyVersion.part(candidate, 1), AssemblyVersion.part(best, 1));
        return minor < 0 || minor == 0 && AssemblyVersion.compare(candidate, best) > 0;
    }
}
