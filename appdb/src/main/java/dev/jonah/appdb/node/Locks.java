package dev.jonah.appdb.node;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.node.format.LockFileReader;
import dev.jonah.appdb.node.format.LockedPackage;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What npm itself recorded of what it installed: {@code node_modules/.package-lock.json}. */
final class Locks {
    /** The packages of the lock file of one project, by path; no project if there is none. */
    record Lock(@Nullable ImagePath project, Map<String, LockedPackage> packages) {
        static final Lock NONE = new Lock(null, Map.of());

        boolean present() {
            return project != null;
        }

        @Nullable
        LockedPackage of(Place place) {
            return project == null ? null : packages.get(place.pathFrom(project));
        }
    }

    private record Key(ImagePath lock) {}

    private Locks() {}

    /** The lock file in the {@code node_modules} directory of a project. */
    static ImagePath pathOf(ImagePath project) {
        return project.resolve("node_modules/.package-lock.json");
    }

    /** The lock of a project; one that is damaged counts as none, and is reported where it is parsed for itself. */
    static Lock of(ImagePath project, PackageScan scan) throws IOException {
        ImagePath path = pathOf(project);
        return scan.once(new Key(path), () -> {
            FileEntry file = scan.tree().find(path).orElse(null);
            Content content = file == null || !file.type().isRegular() ? null : file.content();
            if (content == null || content.size() > scan.limits().get(Limits.Name.PARSER_BYTES)) {
                return Lock.NONE;
            }
            try {
                Map<String, LockedPackage> packages = new HashMap<>();
                LockFileReader.read(content.open()).forEach(locked -> packages.put(locked.path(), locked));
                return new Lock(project, packages);
            } catch (JacksonException e) {
                return Lock.NONE;
            }
        });
    }

    /** The lock that speaks of a package: its project's, or that of the workspace that the project is a part of. */
    static Lock of(Place place, PackageScan scan) throws IOException {
        for (ImagePath project = place.project(); project != null; project = project.parent()) {
            Lock lock = of(project, scan);
            if (lock.present()) {
                return lock;
            }
        }
        return Lock.NONE;
    }
}
