package dev.jonah.appdb.dotnet;

import dev.jonah.appdb.dotnet.format.DependencyManifest;
import dev.jonah.appdb.dotnet.format.Library;
import dev.jonah.appdb.dotnet.format.RuntimeConfiguration;
import dev.jonah.packages.PackageFile;
import dev.jonah.value.ImagePath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An application or shared framework, with what its list of dependencies says.
 *
 * @param name of the list without {@code .deps.json}
 * @param foundAt the list, or the program that it is bundled in
 * @param manifest the list
 * @param configuration which runtime it wants, or null
 * @param directory where its files lie
 * @param framework name and version of the shared framework that this is, or null
 * @param complete whether all that is listed must be there
 * @param files what belongs to it beside what is listed
 * @param facts further facts of it
 */
record Application(
        String name,
        ImagePath foundAt,
        DependencyManifest manifest,
        @Nullable RuntimeConfiguration configuration,
        AssetDirectory directory,
        @Nullable String framework,
        boolean complete,
        List<PackageFile> files,
        Map<String, String> facts) {
    /**
     * Index of the library that the application is itself, or -1: the project of its name, else the first project, else
     * the package of its name; of a framework the package with most files.
     */
    int main() {
        List<Library> libraries = manifest.libraries();
        int first = -1;
        int named = -1;
        int largest = -1;
        for (int i = 0; i < libraries.size(); i++) {
            Library library = libraries.get(i);
            boolean sameName = library.name().equalsIgnoreCase(name);
            if ("project".equals(library.type())) {
                if (sameName) {
                    return i;
                }
                first = first < 0 ? i : first;
            }
            named = named < 0 && sameName ? i : named;
            if (!library.assets().isEmpty()
                    && (largest < 0
                            || library.assets().size()
                                    > libraries.get(largest).assets().size())) {
                largest = i;
            }
        }
        return framework != null ? largest : first < 0 ? named : first;
    }
}
