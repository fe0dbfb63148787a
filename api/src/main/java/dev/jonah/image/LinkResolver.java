package dev.jonah.image;

import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Follows symbolic links inside an image as the kernel would with the image's root as {@code /}: absolute targets start
 * there, {@code ..} never leaves it, and after so many links the path leads nowhere. Immutable.
 */
public final class LinkResolver {
    /** How a path was resolved. */
    public enum Outcome {
        /** It leads to an entry. */
        FOUND,
        /** A part does not exist, or is no directory although more follows. */
        DANGLING,
        /** The links are circular or more than allowed. */
        LOOP
    }

    /**
     * Where a path leads.
     *
     * @param outcome whether it leads anywhere
     * @param path the path without links as far as it could be resolved
     * @param entry the entry there, or null
     */
    public record Resolution(
            Outcome outcome, ImagePath path, @Nullable FileEntry entry) {}

    private final Function<ImagePath, @Nullable FileEntry> find;
    private final long hops;

    /** Looks entries up by {@code find}, which follows no link, and follows at most {@code hops} links for one path. */
    public LinkResolver(Function<ImagePath, @Nullable FileEntry> find, long hops) {
        this.find = find;
        this.hops = hops;
    }

    /** Follows links in every part. */
    public Resolution resolve(ImagePath path) {
        return walk(path, true);
    }

    /** Follows links in every part but the last; parts that do not exist are kept as they are. */
    public Resolution canonical(ImagePath path) {
        return walk(path, false);
    }

    private Resolution walk(ImagePath path, boolean followLast) {
        Deque<RawText> rest = new ArrayDeque<>(path.parts());
        ImagePath here = ImagePath.ROOT;
        FileEntry entry = find.apply(here);
        boolean exists = true;
        long followed = 0;
        while (!rest.isEmpty()) {
            RawText part = rest.pop();
            if (part.latin1().equals("..")) {
                ImagePath parent = here.parent();
                here = parent == null ? ImagePath.ROOT : parent;
                entry = find.apply(here);
                continue;
            }
            if (part.latin1().equals(".")) {
                exists = exists && entry != null && entry.isDirectory();
                continue;
            }
            ImagePath next = here.child(part);
            entry = exists ? find.apply(next) : null;
            exists = entry != null;
            if (entry != null && entry.type() == EntryType.SYMLINK && (followLast || !rest.isEmpty())) {
                RawText target = entry.target();
                if (target == null || target.isEmpty()) {
                    here = next;
                    exists = false;
                    continue;
                }
                if (++followed > hops) {
                    return new Resolution(Outcome.LOOP, path, null);
                }
                pushParts(target, rest);
                if (target.latin1().charAt(0) == '/') {
                    here = ImagePath.ROOT;
                }
                entry = find.apply(here);
                continue;
            }
            here = next;
            exists = exists && (rest.isEmpty() || entry != null && entry.isDirectory());
        }
        return new Resolution(exists && entry != null ? Outcome.FOUND : Outcome.DANGLING, here, exists ? entry : null);
    }

    /** A slash or dot at the end of a target stays as a dot: what stands before it must be a directory. */
    private static void pushParts(RawText target, Deque<RawText> rest) {
        String[] parts = target.latin1().split("/", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            boolean here = parts[i].isEmpty() || parts[i].equals(".");
            if (!here || i == parts.length - 1) {
                rest.push(here ? RawText.of(".") : RawText.ofLatin1(parts[i]));
            }
        }
    }
}
