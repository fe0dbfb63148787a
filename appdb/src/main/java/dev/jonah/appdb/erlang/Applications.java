package dev.jonah.appdb.erlang;

import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The applications in one directory of libraries, each in a directory with its name, and mostly with its version.
 *
 * @param byName resource files by name of the application
 */
record Applications(Map<String, List<ImagePath>> byName) {
    private record Key(ImagePath libraries) {}

    /** Those below a directory; looked up once for all that lies there. */
    static Applications in(ImagePath libraries, PackageScan scan) throws IOException {
        return scan.once(new Key(libraries), () -> {
            Map<String, List<ImagePath>> found = new HashMap<>();
            for (FileEntry directory : scan.tree().children(libraries)) {
                String name = nameOf(directory.path());
                ImagePath resource = directory.path().resolve("ebin/" + name + ".app");
                if (scan.tree().resolveFile(resource).isPresent()) {
                    found.computeIfAbsent(name, key -> new ArrayList<>()).add(resource);
                }
            }
            return new Applications(found);
        });
    }

    /** The name of the application in a directory: what stands before the version. */
    static String nameOf(ImagePath directory) {
        String name = directory.fileName();
        int hyphen = name.indexOf('-');
        return hyphen < 0 ? name : name.substring(0, hyphen);
    }

    /** The resource file of an application; of several versions the given one; null if it is not clear which. */
    @Nullable
    ImagePath find(String name, @Nullable String version) {
        List<ImagePath> found = byName.getOrDefault(name, List.of());
        for (ImagePath resource : found) {
            if (version != null && resource.latin1().endsWith("/" + name + "-" + version + "/ebin/" + name + ".app")) {
                return resource;
            }
        }
        return found.size() == 1 ? found.get(0) : null;
    }
}
