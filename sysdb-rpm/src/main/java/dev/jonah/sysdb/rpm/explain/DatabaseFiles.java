package dev.jonah.sysdb.rpm.explain;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains the files of a database: itself, its indexes, logs and locks, each of the format that rpm gives it, and links to
 * its directory. It is one if packages were read from it, or if it lies, perhaps empty, where rpm looks for it.
 */
public final class DatabaseFiles implements Explainer {
    private static final String[] DIRECTORIES = {"var/lib/rpm", "usr/lib/sysimage/rpm", "usr/share/rpm"};

    /** Called by the service loader. */
    public DatabaseFiles() {}

    @Override
    public String id() {
        return "jonah.sysdb.rpm.database";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.named(DatabaseFormat.names().toArray(String[]::new)).orPathSuffix(DIRECTORIES);
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        Set<ImagePath> directories = new Owners(scan).databaseDirectories();
        for (String directory : DIRECTORIES) {
            ImagePath path = scan.tree().canonical(ImagePath.of(directory));
            FileEntry entry = scan.tree().find(path).orElse(null);
            if (entry != null && entry.isDirectory() && holdsDatabase(entry, scan)) {
                directories.add(entry.path());
            }
        }
        for (FileEntry entry : (Iterable<FileEntry>) scan.candidates()::iterator) {
            String text = entry.type() == EntryType.SYMLINK
                    ? link(entry, scan, directories)
                    : directories.contains(entry.path().parent()) ? file(entry, scan) : null;
            if (text != null) {
                Evidence evidence = Evidence.of("rpm.database", text, entry.path());
                out.accept(new Explanation(entry.path(), Verdict.TRANSIENT, evidence));
            }
        }
    }

    private static boolean holdsDatabase(FileEntry directory, Scan scan) throws IOException {
        for (FileEntry child : scan.tree().children(directory.path())) {
            if (DatabaseFormat.DATABASES.contains(child.path().fileName()) && file(child, scan) != null) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String file(FileEntry entry, Scan scan) throws IOException {
        return Plain.isPlain(entry) ? DatabaseFormat.check(entry, scan.tree()) : null;
    }

    private static @Nullable String link(FileEntry entry, Scan scan, Set<ImagePath> directories) {
        FileEntry target = scan.tree().resolve(entry.path()).orElse(null);
        return target != null && target.isDirectory() && directories.contains(target.path())
                ? "leads to the directory of rpm's database, " + target.path()
                : null;
    }
}
