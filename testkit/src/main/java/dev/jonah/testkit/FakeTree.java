package dev.jonah.testkit;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A root file system in memory, for tests of plugins. Directories above an entry are implied; every entry is of layer 0.
 *
 * <pre>{@code
 * FakeTree tree = FakeTree.builder()
 *         .file("/etc/os-release", "ID=alpine\n")
 *         .symlink("/bin", "usr/bin")
 *         .file("/usr/bin/su", elf).mode("/usr/bin/su", 04755)
 *         .build();
 * List<SoftwarePackage> found = Scans.packages(tree).read(new ApkDatabase());
 * }</pre>
 */
public final class FakeTree implements FileTree {
    private final SortedMap<ImagePath, FakeEntry> entries;
    private final Map<ImagePath, List<FileEntry>> children = new HashMap<>();
    private final List<FileEntry> files = new ArrayList<>();

    FakeTree(SortedMap<ImagePath, FakeEntry> entries) {
        this.entries = entries;
        for (FakeEntry entry : entries.values()) {
            ImagePath parent = entry.path().parent();
            if (parent != null) {
                children.computeIfAbsent(parent, p -> new ArrayList<>()).add(entry);
            }
            if (!entry.isDirectory()) {
                files.add(entry);
            }
        }
        children.values()
                .forEach(list -> list.sort(Comparator.comparing(e -> e.path().name())));
    }

    /** A tree with nothing but the root. */
    public static FakeTree empty() {
        return builder().build();
    }

    /** A new builder. */
    public static FakeTreeBuilder builder() {
        return new FakeTreeBuilder();
    }

    /**
     * The same tree with other bytes in one regular file, and in all its names.
     *
     * @throws IllegalArgumentException if there is no regular file with bytes at that path
     */
    public FakeTree with(ImagePath path, byte[] content) {
        MemoryContent old = contentAt(path);
        MemoryContent replaced = new MemoryContent(content.clone(), old.position());
        SortedMap<ImagePath, FakeEntry> copy = new TreeMap<>(entries);
        copy.replaceAll((p, entry) -> entry.content() == old ? entry.withContent(replaced) : entry);
        return new FakeTree(copy);
    }

    /**
     * A copy of the bytes of a regular file.
     *
     * @throws IllegalArgumentException if there is no regular file with bytes at that path
     */
    public byte[] bytes(ImagePath path) {
        return contentAt(path).bytes();
    }

    @Override
    public Optional<FileEntry> find(ImagePath path) {
        return Optional.ofNullable(entries.get(path));
    }

    @Override
    public List<FileEntry> children(ImagePath directory) {
        return List.copyOf(children.getOrDefault(directory, List.of()));
    }

    @Override
    public Stream<FileEntry> files() {
        return files.stream();
    }

    @Override
    public int fileCount() {
        return files.size();
    }

    @Override
    public int directoryCount() {
        return entries.size() - files.size() - 1;
    }

    @Override
    public Stream<FileEntry> matching(FilePattern pattern) {
        return files().filter(pattern::matches);
    }

    private MemoryContent contentAt(ImagePath path) {
        FakeEntry entry = entries.get(path);
        if (entry == null || !(entry.content() instanceof MemoryContent content)) {
            throw new IllegalArgumentException("no regular file with bytes at " + path);
        }
        return content;
    }
}
