package dev.jonah.core.steps;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tree that remembers what was asked, so that it can be told whether another tree would give the same answers. Used by
 * one thread.
 */
final class ObservedTree implements FileTree {
    private final FileTree tree;
    private final Set<ImagePath> found = new LinkedHashSet<>();
    private final Set<ImagePath> resolved = new LinkedHashSet<>();
    private final Set<ImagePath> canonical = new LinkedHashSet<>();
    private final Set<ImagePath> listed = new LinkedHashSet<>();
    private final List<FilePattern> patterns = new ArrayList<>();
    private boolean everything;

    ObservedTree(FileTree tree) {
        this.tree = tree;
    }

    /**
     * What another tree answers to everything that was asked here; equal answers mean equal results. Null if all files
     * were looked at, so that only an equal tree would do.
     */
    @Nullable
    List<Object> answersOf(FileTree other) {
        if (everything) {
            return null;
        }
        List<Object> answers = new ArrayList<>();
        for (ImagePath path : found) {
            answers.add(identity(other.find(path)));
        }
        for (ImagePath path : resolved) {
            answers.add(identity(other.resolve(path)));
        }
        for (ImagePath path : canonical) {
            answers.add(other.canonical(path));
        }
        for (ImagePath path : listed) {
            other.children(path).forEach(child -> answers.add(identity(Optional.of(child))));
            answers.add("end of " + path);
        }
        for (FilePattern pattern : patterns) {
            other.matching(pattern).forEach(entry -> answers.add(identity(Optional.of(entry))));
            answers.add("end");
        }
        return answers;
    }

    /** An entry stands for itself: the trees of one image share the entries that did not change. */
    private static Object identity(Optional<FileEntry> entry) {
        return entry.<Object>map(e -> e.isDirectory() ? e.path() : new Same(e)).orElse("absent");
    }

    /** Equal only if it is the very same entry. */
    private static final class Same {
        private final FileEntry entry;

        Same(FileEntry entry) {
            this.entry = entry;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Same same && same.entry == entry;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(entry);
        }
    }

    @Override
    public Optional<FileEntry> find(ImagePath path) {
        found.add(path);
        return tree.find(path);
    }

    @Override
    public Optional<FileEntry> resolve(ImagePath path) {
        resolved.add(path);
        return tree.resolve(path);
    }

    @Override
    public ImagePath canonical(ImagePath path) {
        canonical.add(path);
        return tree.canonical(path);
    }

    @Override
    public List<FileEntry> children(ImagePath directory) {
        listed.add(directory);
        return tree.children(directory);
    }

    @Override
    public Stream<FileEntry> files() {
        everything = true;
        return tree.files();
    }

    @Override
    public int fileCount() {
        everything = true;
        return tree.fileCount();
    }

    @Override
    public int directoryCount() {
        everything = true;
        return tree.directoryCount();
    }

    @Override
    public Stream<FileEntry> matching(FilePattern pattern) {
        patterns.add(pattern);
        return tree.matching(pattern);
    }
}
