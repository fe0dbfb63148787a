package dev.jonah.sysdb.debian;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The directory {@code status.d} of distroless images: a file for each package, called by its name or by what some tool
 * made of it, and mostly one beside it with checksums.
 */
final class StatusDirectory {
    private static final String CHECKSUMS = ".md5sums";

    private final List<FileEntry> stanzas = new ArrayList<>();
    private final Map<String, FileEntry> checksums = new HashMap<>();

    /** Lists the directory of a database; nothing if there is none. */
    StatusDirectory(Database database, FileTree tree) {
        FileEntry directory = tree.resolve(database.statusDirectory()).orElse(null);
        if (directory == null || !directory.isDirectory()) {
            return;
        }
        for (FileEntry file : tree.children(directory.path())) {
            String name = file.path().name().latin1();
            if (name.endsWith(CHECKSUMS)) {
                checksums.put(name.substring(0, name.length() - CHECKSUMS.length()), file);
            } else if (file.type().isRegular() || file.type() == EntryType.SYMLINK) {
                stanzas.add(file);
            }
        }
    }

    List<FileEntry> stanzas() {
        return stanzas;
    }

    /** The checksums of a package, which are called as its stanza's file or as the package; or null. */
    @Nullable
    FileEntry checksums(FileEntry stanza, String name) {
        FileEntry beside = checksums.get(stanza.path().name().latin1());
        return beside != null ? beside : checksums.get(RawText.of(name).latin1());
    }
}
