package dev.jonah.inspector;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two trees, such as those after two layers of one image. Directories are left out. Contents are read
 * only where two entries of the same size are not the very same one.
 */
public final class LayerComparison {
    /** In what two entries of one path can differ. */
    public enum Aspect {
        /** File, link, device, …. */
        TYPE,
        /** Bytes of a file, or they cannot be had. */
        CONTENT,
        /** Target of a link, number of a device. */
        TARGET,
        /** Permission bits. */
        MODE,
        /** User or group. */
        OWNER,
        /** Extended attributes. */
        ATTRIBUTES,
        /** Time of the last change. */
        MODIFIED
    }

    /**
     * One path that is not the same entry in both trees.
     *
     * @param path the path
     * @param before what was there, or null if it was added
     * @param after what is there, or null if it was removed
     * @param aspects in what they differ; empty if one of them is null, or if the same was stored again
     */
    public record Change(
            ImagePath path,
            @Nullable FileEntry before,
            @Nullable FileEntry after,
            Set<Aspect> aspects) {}

    private LayerComparison() {}

    /**
     * All changes, by path.
     *
     * @throws IOException if a content that must be compared cannot be read because the medium fails
     */
    public static List<Change> between(FileTree before, FileTree after) throws IOException {
        List<Change> changes = new ArrayList<>();
        Iterator<FileEntry> olds = before.files().iterator();
        Iterator<FileEntry> news = after.files().iterator();
        FileEntry old = next(olds);
        FileEntry fresh = next(news);
        while (old != null || fresh != null) {
            int order = old == null ? 1 : fresh == null ? -1 : old.path().compareTo(fresh.path());
            if (order < 0 && old != null) {
                changes.add(new Change(old.path(), old, null, Set.of()));
                old = next(olds);
            } else if (order > 0 && fresh != null) {
                changes.add(new Change(fresh.path(), null, fresh, Set.of()));
                fresh = next(news);
            } else if (old != null && fresh != null) {
                if (!Objects.equals(old, fresh)) {
                    changes.add(new Change(old.path(), old, fresh, aspects(old, fresh)));
                }
                old = next(olds);
                fresh = next(news);
            }
        }
        return changes;
    }

    private static @Nullable FileEntry next(Iterator<FileEntry> entries) {
        return entries.hasNext() ? entries.next() : null;
    }

    private static Set<Aspect> aspects(FileEntry old, FileEntry fresh) throws IOException {
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        boolean regular = old.type().isRegular() && fresh.type().isRegular();
        if (!regular && old.type() != fresh.type()) {
            aspects.add(Aspect.TYPE);
        }
        if (regular && !sameContent(old, fresh)) {
            aspects.add(Aspect.CONTENT);
        }
        if (!regular
                && (!Objects.equals(old.target(), fresh.target()) || !Objects.equals(old.device(), fresh.device()))) {
            aspects.add(Aspect.TARGET);
        }
        if (old.mode() != fresh.mode()) {
            aspects.add(Aspect.MODE);
        }
        if (old.uid() != fresh.uid() || old.gid() != fresh.gid()) {
            aspects.add(Aspect.OWNER);
        }
        if (!old.attributes().equals(fresh.attributes())) {
            aspects.add(Aspect.ATTRIBUTES);
        }
        if (old.modified() != fresh.modified()) {
            aspects.add(Aspect.MODIFIED);
        }
        return aspects;
    }

    private static boolean sameContent(FileEntry old, FileEntry fresh) throws IOException {
        Content one = old.content();
        Content other = fresh.content();
        return one != null
                && other != null
                && one.size() == other.size()
                && one.digest(Digest.Algorithm.SHA256).equals(other.digest(Digest.Algorithm.SHA256));
    }
}
