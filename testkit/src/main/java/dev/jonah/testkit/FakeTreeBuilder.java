package dev.jonah.testkit;

import dev.jonah.image.Content;
import dev.jonah.image.Device;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects the entries of a {@link FakeTree}. A later entry replaces an earlier one of the same path. Files get mode 0644,
 * directories 0755, all owner 0 and time 0 unless said otherwise afterwards. Not safe for several threads.
 */
public final class FakeTreeBuilder {
    private final SortedMap<ImagePath, Node> nodes = new TreeMap<>();

    FakeTreeBuilder() {}

    /** A regular file with the UTF-8 bytes of {@code content}. */
    public FakeTreeBuilder file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A regular file with these bytes. */
    public FakeTreeBuilder file(String path, byte[] content) {
        return file(ImagePath.of(path), content);
    }

    /** A regular file whose name may be any bytes. */
    public FakeTreeBuilder file(ImagePath path, byte[] content) {
        put(path, EntryType.FILE, 0644).bytes = content.clone();
        return this;
    }

    /** A regular file whose bytes are lost, as in a damaged layer. */
    public FakeTreeBuilder fileWithoutBytes(String path) {
        put(ImagePath.of(path), EntryType.FILE, 0644);
        return this;
    }

    /** A directory that has an entry of its own. */
    public FakeTreeBuilder directory(String path) {
        put(ImagePath.of(path), EntryType.DIRECTORY, 0755);
        return this;
    }

    /** A symbolic link. */
    public FakeTreeBuilder symlink(String path, String target) {
        return symlink(ImagePath.of(path), RawText.of(target));
    }

    /** A symbolic link whose name and target may be any bytes. */
    public FakeTreeBuilder symlink(ImagePath path, RawText target) {
        put(path, EntryType.SYMLINK, 0777).target = target;
        return this;
    }

    /** A further name of the regular file at {@code target}, which must be there when the tree is built. */
    public FakeTreeBuilder hardlink(String path, String target) {
        put(ImagePath.of(path), EntryType.HARDLINK, 0).target =
                ImagePath.of(target).raw();
        return this;
    }

    /** A named pipe. */
    public FakeTreeBuilder fifo(String path) {
        put(ImagePath.of(path), EntryType.FIFO, 0644);
        return this;
    }

    /** A socket. */
    public FakeTreeBuilder socket(String path) {
        put(ImagePath.of(path), EntryType.SOCKET, 0755);
        return this;
    }

    /** A character device. */
    public FakeTreeBuilder character(String path, long major, long minor) {
        put(ImagePath.of(path), EntryType.CHAR, 0644).device = new Device(major, minor);
        return this;
    }

    /** A block device. */
    public FakeTreeBuilder block(String path, long major, long minor) {
        put(ImagePath.of(path), EntryType.BLOCK, 0644).device = new Device(major, minor);
        return this;
    }

    /** Sets the permission bits ({@code 07777}) of an entry given before. */
    public FakeTreeBuilder mode(String path, int mode) {
        node(path).mode = mode & 07777;
        return this;
    }

    /** Sets the owner of an entry given before. */
    public FakeTreeBuilder owner(String path, long uid, long gid) {
        node(path).uid = uid;
        node(path).gid = gid;
        return this;
    }

    /** Sets the time of last change, in seconds since 1970, of an entry given before. */
    public FakeTreeBuilder modified(String path, long seconds) {
        node(path).modified = seconds;
        return this;
    }

    /** Adds an extended attribute to an entry given before. */
    public FakeTreeBuilder attribute(String path, String name, RawText value) {
        node(path).attributes.put(name, value);
        return this;
    }

    /** Takes an entry away again; what lies below stays. */
    public FakeTreeBuilder without(String path) {
        nodes.remove(ImagePath.of(path));
        return this;
    }

    /**
     * The tree as described so far.
     *
     * @throws IllegalArgumentException if an entry lies below something that is no directory, or a hard link leads to no
     *     regular file
     */
    public FakeTree build() {
        SortedMap<ImagePath, FakeEntry> entries = new TreeMap<>();
        entries.put(ImagePath.ROOT, new Node(EntryType.DIRECTORY, 0755).entry(ImagePath.ROOT, null, true));
        long[] position = {0};
        Map<Node, Content> contents = new HashMap<>();
        nodes.forEach((path, node) -> {
            addParents(path, entries);
            Node file = node.type == EntryType.HARDLINK ? linked(path, node) : node;
            byte[] bytes = file.bytes;
            Content content =
                    bytes == null ? null : contents.computeIfAbsent(file, f -> new MemoryContent(bytes, position[0]++));
            FakeEntry entry = file.entry(path, content, false);
            entries.put(path, file == node ? entry : entry.asHardlink(node.target));
        });
        return new FakeTree(entries);
    }

    /** Puts a copy of an entry elsewhere; a hard link becomes a file, an implied directory nothing. */
    void copy(ImagePath path, FileEntry entry) {
        if (entry.implied()) {
            return;
        }
        boolean hardlink = entry.type() == EntryType.HARDLINK;
        Node node = put(path, hardlink ? EntryType.FILE : entry.type(), entry.mode());
        node.uid = entry.uid();
        node.gid = entry.gid();
        node.modified = entry.modified();
        node.target = hardlink ? null : entry.target();
        node.device = entry.device();
        node.attributes.putAll(entry.attributes());
        node.bytes = entry.content() instanceof MemoryContent content ? content.bytes() : null;
    }

    private void addParents(ImagePath path, SortedMap<ImagePath, FakeEntry> entries) {
        for (ImagePath parent = path.parent(); parent != null; parent = parent.parent()) {
            Node node = nodes.get(parent);
            if (node != null && node.type != EntryType.DIRECTORY) {
                throw new IllegalArgumentException(path + " lies below " + parent + ", which is no directory");
            }
            entries.putIfAbsent(parent, new Node(EntryType.DIRECTORY, 0755).entry(parent, null, true));
        }
    }

    private Node linked(ImagePath path, Node link) {
        Node node = link;
        for (int hops = 0; node != null && node.type == EntryType.HARDLINK && hops <= nodes.size(); hops++) {
            RawText target = node.target;
            node = target == null ? null : nodes.get(ImagePath.of(target));
        }
        if (node == null || node.type != EntryType.FILE) {
            throw new IllegalArgumentException(path + " is a hard link to no regular file: " + link.target);
        }
        return node;
    }

    private Node put(ImagePath path, EntryType type, int mode) {
        Node node = new Node(type, mode);
        nodes.put(path, node);
        return node;
    }

    private Node node(String path) {
        Node node = nodes.get(ImagePath.of(path));
        if (node == null) {
            throw new IllegalArgumentException("nothing was put at " + path + " before");
        }
        return node;
    }

    private static final class Node {
        private final EntryType type;
        private final Map<String, RawText> attributes = new TreeMap<>();
        private int mode;
        private long uid;
        private long gid;
        private long modified;
        private byte @Nullable [] bytes;
        private @Nullable RawText target;
        private @Nullable Device device;

        Node(EntryType type, int mode) {
            this.type = type;
            this.mode = mode;
        }

        FakeEntry entry(ImagePath path, @Nullable Content content, boolean implied) {
            return new FakeEntry(path, type, mode, uid, gid, modified, target, device, attributes, content, implied);
        }
    }
}
