package dev.jonah.appdb.node;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.node.format.PackageJson;
import dev.jonah.appdb.node.format.PackageJsonReader;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What packages say of themselves: their names, and which programs they have. Each is read once. */
final class Programs {
    private static final long LARGEST = 16 << 20;

    private final FileTree tree;
    private final Map<ImagePath, Known> packages = new HashMap<>();

    Programs(FileTree tree) {
        this.tree = tree;
    }

    /** What a directory says of itself; null if it is no package. */
    private record Known(@Nullable PackageJson json) {}

    /**
     * The directory of the package that has {@code program} as its command of this name, or null if none has.
     *
     * @param links the {@code node_modules} directory that is asked for; packages that it has links to count, and the
     *     project that it belongs to. Null where there is none
     */
    @Nullable
    ImagePath packageOf(ImagePath program, String command, @Nullable ImagePath links) throws IOException {
        for (ImagePath directory = program.parent(); directory != null; directory = directory.parent()) {
            if (Place.of(directory) == null && (links == null || !isOfProject(directory, links))) {
                continue;
            }
            PackageJson json = json(directory);
            String path = json == null ? null : json.programs().get(command);
            return path != null && program.equals(directory.resolve(relative(path))) ? directory : null;
        }
        return null;
    }

    /** Whether it is the project around {@code links}, or a part of it that lies elsewhere and is linked to by its name. */
    private boolean isOfProject(ImagePath directory, ImagePath links) throws IOException {
        if (links.equals(directory.resolve("node_modules"))) {
            return true;
        }
        PackageJson json = json(directory);
        return json != null
                && json.name() != null
                && PackageName.isOne(json.name())
                && tree.resolve(links.resolve(json.name()))
                        .filter(end -> end.path().equals(directory))
                        .isPresent();
    }

    /** npm takes the package's directory for the root of such a path. */
    private static String relative(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /** The {@code package.json} of a directory, or null if there is none that can be read. */
    @Nullable
    PackageJson json(ImagePath directory) throws IOException {
        Known known = packages.get(directory);
        if (known == null) {
            known = new Known(read(directory.resolve("package.json")));
            packages.put(directory, known);
        }
        return known.json;
    }

    private @Nullable PackageJson read(ImagePath path) throws IOException {
        FileEntry file = tree.find(path).orElse(null);
        Content content = file == null || !file.type().isRegular() ? null : file.content();
        if (content == null || content.size() > LARGEST) {
            return null;
        }
        try {
            return PackageJsonReader.read(content.open());
        } catch (JacksonException e) {
            return null;
        }
    }
}
