package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains what is left of packages that were removed and not purged (state {@code config-files}): configuration whose
 * MD5 is the one on record, and dpkg's list of it. Edited configuration stays unexplained, and so does the script that
 * would purge the package, since nothing tells what it was.
 */
public final class RemovedPackages implements Explainer {
    /** Called by the service loader. */
    public RemovedPackages() {}

    @Override
    public String id() {
        return "jonah.sysdb.debian.removed-packages";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.below("/etc", "/usr", "/var", "/opt", "/lib");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) {
        Books books = new Books(scan);
        if (books.isEmpty() || books.removed().names().isEmpty()) {
            return;
        }
        for (FileEntry entry : (Iterable<FileEntry>) scan.candidates()::iterator) {
            if (entry.content() == null || (entry.mode() & 07000) != 0) {
                continue;
            }
            try {
                String text = left(entry, books);
                if (text != null) {
                    Evidence evidence = Evidence.of("dpkg.removed-package", text, Removed.STATUS);
                    out.accept(new Explanation(entry.path(), Verdict.IDENTIFIED, evidence));
                }
            } catch (IOException e) {
                books.warn("dpkg.explain.unreadable", entry.path(), "cannot be compared: " + e.getMessage());
            }
        }
    }

    private static @Nullable String left(FileEntry entry, Books books) throws IOException {
        Removed removed = books.removed();
        if (removed.isUnchanged(entry)) {
            return "unchanged configuration of a package that was removed and not purged";
        }
        String of = entry.path().latin1().endsWith(".list") ? removed.ofInfo(entry.path()) : null;
        return of != null && isList(entry, books)
                ? "dpkg's list of what is left of " + of + ", which was removed"
                : null;
    }

    private static boolean isList(FileEntry entry, Books books) throws IOException {
        String text = (entry.mode() & 0111) == 0 ? books.text(entry) : null;
        return text != null && Lines.of(text).stream().allMatch(line -> line.startsWith("/"));
    }
}
