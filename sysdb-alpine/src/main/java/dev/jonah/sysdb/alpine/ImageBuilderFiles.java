package dev.jonah.sysdb.alpine;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains the files that tell which Alpine this is and that the makers of its root file systems put there without a
 * package. Each must have exactly the form that Alpine gives it, and another file must name the same release.
 */
public final class ImageBuilderFiles implements Explainer {
    private static final String OS_RELEASE = "/etc/os-release";
    private static final String SHIPPED_OS_RELEASE = "/usr/lib/os-release";

    /** Called by the service loader. */
    public ImageBuilderFiles() {}

    @Override
    public String id() {
        return "jonah.sysdb.alpine.image-builder";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.path(ReleaseFile.paths());
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        List<ReleaseFile> witnesses = ReleaseFile.readAll(scan);
        for (FileEntry entry : (Iterable<FileEntry>) scan.candidates()::iterator) {
            FileEntry file = entry.type() == EntryType.SYMLINK ? shippedOsRelease(entry, scan) : entry;
            if (file == null) {
                continue;
            }
            SortedSet<ImagePath> agreeing = agreeing(file, witnesses);
            if (file != entry && scan.owner(file.path()) != null) {
                agreeing.add(file.path());
            }
            if (!agreeing.isEmpty()) {
                String text =
                        "as the root file systems of Alpine have it, without a package; names the same release as "
                                + agreeing.first();
                Evidence evidence = new Evidence("apk.image-builder", text, List.copyOf(agreeing));
                out.accept(new Explanation(entry.path(), Verdict.DERIVED, evidence));
            }
        }
    }

    /** What the link leads to, if it is the link from one place of os-release to the other. */
    private static @Nullable FileEntry shippedOsRelease(FileEntry link, Scan scan) {
        FileEntry target = scan.tree().resolveFile(link.path()).orElse(null);
        boolean known = target != null
                && link.path().latin1().equals(OS_RELEASE)
                && target.path().latin1().equals(SHIPPED_OS_RELEASE);
        return known ? target : null;
    }

    /** The other files that name the same release as this one; empty if it has not the form that it should. */
    private static SortedSet<ImagePath> agreeing(FileEntry file, List<ReleaseFile> witnesses) {
        SortedSet<ImagePath> agreeing = new TreeSet<>();
        for (ReleaseFile own : witnesses) {
            if (own.path().equals(file.path()) && own.isGenuine()) {
                agreeing.addAll(own.agreeing(witnesses));
                // Where two files name different releases, the one with fewer witnesses is not what it should be.
                boolean outvoted = witnesses.stream()
                        .anyMatch(other -> other.isExact()
                                && own.isExact()
                                && !own.agreesWith(other)
                                && other.agreeing(witnesses).size() >= agreeing.size());
                if (outvoted) {
                    agreeing.clear();
                }
            }
        }
        return agreeing;
    }
}
