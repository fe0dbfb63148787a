package dev.jonah.image;

import dev.jonah.diagnostic.Limits;
import dev.jonah.value.ImagePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A read-only root file system as it looks after some layer. Links are followed inside the image only: an absolute
 * target starts at the image's root, {@code ..} of the root is the root. Immutable and safe for any thread.
 */
public interface FileTree {
    /** The entry at exactly this path; no link is followed, not even in its parents. */
    Optional<FileEntry> find(ImagePath path);

    /**
     * The entry that this path leads to, following links in all parts, the last one too.
     *
     * @return empty if a part is missing or not a directory, or if the links are circular or too many
     */
    default Optional<FileEntry> resolve(ImagePath path) {
        return Optional.ofNullable(links().resolve(path).entry());
    }

    /**
     * The path with symbolic links in its parent parts resolved, never the last part: where the entry really is. Parts
     * that do not exist are kept as they are, so the answer may name nothing. Circular links are left unresolved.
     */
    default ImagePath canonical(ImagePath path) {
        return links().canonical(path).path();
    }

    /** Follows links in this tree and tells how that went. */
    default LinkResolver links() {
        return new LinkResolver(p -> find(p).orElse(null), Limits.defaults().get(Limits.Name.SYMLINK_HOPS));
    }

    /** The entries of a directory by name; empty if it is none. Links are not followed. */
    List<FileEntry> children(ImagePath directory);

    /** Every entry that is not a directory, in bytewise order of the paths. */
    Stream<FileEntry> files();

    /** How many entries {@link #files()} gives. */
    int fileCount();

    /** How many directories there are, the root not counted. */
    int directoryCount();

    /** Every directory but the root, each after the one that holds it; always in the same order. */
    default Stream<FileEntry> directories() {
        List<FileEntry> found = new ArrayList<>();
        Deque<ImagePath> open = new ArrayDeque<>(List.of(ImagePath.ROOT));
        while (!open.isEmpty()) {
            for (FileEntry child : children(open.pop())) {
                if (child.isDirectory()) {
                    found.add(child);
                    open.push(child.path());
                }
            }
        }
        return found.stream();
    }

    /** The entries of {@link #files()} that fit, in the same order, found by an index where the pattern allows. */
    Stream<FileEntry> matching(FilePattern pattern);

    /** As {@link #resolve}, if it is a regular file whose bytes are there. */
    default Optional<FileEntry> resolveFile(ImagePath path) {
        return resolve(path).filter(entry -> entry.content() != null);
    }
}
