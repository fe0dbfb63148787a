package dev.jonah.testkit;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * A tree that remembers what was asked of it.
 *
 * <pre>{@code
 * ObservedTree tree = ObservedTree.of(fixture);
 * Scans.packages(tree).read(new ApkDatabase());
 * assertThat(tree.read()).containsExactly(ImagePath.of("/lib/apk/db/installed"));
 * }</pre>
 */
public final class ObservedTree implements FileTree {
    private final FileTree tree;
    private final Set<ImagePath> asked = new ConcurrentSkipListSet<>();
    private final Set<ImagePath> listed = new ConcurrentSkipListSet<>();
    private final Set<ImagePath> read = new ConcurrentSkipListSet<>();

    private ObservedTree(FileTree tree) {
        this.tree = tree;
    }

    /** Observes {@code tree}. */
    public static ObservedTree of(FileTree tree) {
        return new ObservedTree(tree);
    }

    /** The paths that were looked up one by one, those met while links were followed too. */
    public SortedSet<ImagePath> asked() {
        return new TreeSet<>(asked);
    }

    /** The directories that were listed. */
    public SortedSet<ImagePath> listed() {
        return new TreeSet<>(listed);
    }

    /** The files of which a byte, or a digest, was asked for. */
    public SortedSet<ImagePath> read() {
        return new TreeSet<>(read);
    }

    @Override
    public Optional<FileEntry> find(ImagePath path) {
        asked.add(path);
        return tree.find(path).map(this::observe);
    }

    @Override
    public List<FileEntry> children(ImagePath directory) {
        listed.add(directory);
        return tree.children(directory).stream().map(this::observe).toList();
    }

    @Override
    public Stream<FileEntry> files() {
        return tree.files().map(this::observe);
    }

    @Override
    public int fileCount() {
        return tree.fileCount();
    }

    @Override
    public int directoryCount() {
        return tree.directoryCount();
    }

    @Override
    public Stream<FileEntry> matching(FilePattern pattern) {
        return tree.matching(pattern).map(this::observe);
    }

    private FileEntry observe(FileEntry entry) {
        return entry.content() == null ? entry : new ObservedEntry(entry, () -> read.add(entry.path()));
    }
}
