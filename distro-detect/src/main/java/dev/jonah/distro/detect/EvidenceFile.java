package dev.jonah.distro.detect;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.distro.DistroDetector;
import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.image.LinkResolver.Outcome;
import dev.jonah.image.LinkResolver.Resolution;
import dev.jonah.support.LineReader;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that may tell of a distribution, looked up through links inside the image. Whatever is there and cannot be read
 * is reported; what is simply absent is not.
 */
final class EvidenceFile {
    private EvidenceFile() {}

    /** The bytes at {@code path}, or null. */
    static @Nullable Content find(DistroDetector.Scan scan, ImagePath path) {
        FileTree tree = scan.tree();
        Resolution end = tree.links().resolve(path);
        FileEntry entry = end.entry();
        if (end.outcome() == Outcome.LOOP) {
            scan.diagnostics().warning("distro.link.loop", path, "symlink loop: " + path);
            return null;
        }
        if (entry == null) {
            Optional<FileEntry> link = tree.find(tree.canonical(path)).filter(e -> e.type() == EntryType.SYMLINK);
            link.ifPresent(l -> scan.diagnostics()
                    .warning(
                            "distro.link.dangling",
                            path,
                            path + " is a link to " + l.target() + ", which leads nowhere"));
            return null;
        }
        Content content = entry.content();
        if (content == null) {
            String what = entry.type().isRegular() ? "a file whose bytes are missing" : "no regular file";
            scan.diagnostics().warning("distro.not-a-file", path, path + " is " + what);
        }
        return content;
    }

    /** The first {@code atMost} lines at {@code path}, without the blanks around them; empty if there is no such file. */
    static List<String> lines(DistroDetector.Scan scan, ImagePath path, int atMost) throws IOException {
        Content content = find(scan, path);
        List<String> found = new ArrayList<>();
        if (content == null) {
            return found;
        }
        try (LineReader lines = new LineReader(content.open(), scan.limits())) {
            String line;
            while (found.size() < atMost && (line = lines.readText()) != null) {
                found.add(line.strip());
            }
        } catch (LimitExceededException e) {
            tooLong(scan, path, e);
        }
        return found;
    }

    /** Reports that only the beginning of {@code path} was read. */
    static void tooLong(DistroDetector.Scan scan, ImagePath path, LimitExceededException e) {
        scan.diagnostics().error("distro.limit", path, path + " was read only in part: " + e.getMessage());
    }
}
