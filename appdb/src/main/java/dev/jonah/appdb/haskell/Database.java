package dev.jonah.appdb.haskell;

import dev.jonah.appdb.haskell.format.Registration;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The registrations in one directory, read once for all of them.
 *
 * @param byId files by unit identifier
 */
record Database(Map<String, ImagePath> byId) {
    private record Key(ImagePath directory) {}

    static Database in(ImagePath directory, PackageScan scan) throws IOException {
        return scan.once(new Key(directory), () -> {
            Map<String, ImagePath> byId = new HashMap<>();
            for (FileEntry file : scan.tree().children(directory)) {
                Content content = file.path().latin1().endsWith(".conf") ? file.content() : null;
                String id = content == null ? null : id(content, scan);
                if (id != null) {
                    byId.putIfAbsent(id, file.path());
                }
            }
            return new Database(byId);
        });
    }

    /** Null if there is none; whoever reads the file for its own sake reports what is wrong with it. */
    private static @Nullable String id(Content content, PackageScan scan) throws IOException {
        try {
            return Registration.read(content.open(), scan.limits()).text("id");
        } catch (LimitExceededException e) {
            return null;
        }
    }
}
