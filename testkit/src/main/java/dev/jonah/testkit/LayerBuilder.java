package dev.jonah.testkit;

import dev.jonah.image.Device;
import dev.jonah.image.EntryType;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects the entries of one layer of a {@link FakeImage}, in the order in which the tar archive shall have them; the same
 * path may come again. Parents are not implied. Names are stored without the leading slash, as {@code docker} does. Not
 * safe for several threads.
 */
public final class LayerBuilder {
    private final List<TarEntry> entries = new ArrayList<>();
    private final List<Consumer<TarWriter>> members = new ArrayList<>();
    private UnaryOperator<byte[]> compression = UnaryOperator.identity();
    private String mediaType = FakeLayer.PLAIN;
    private @Nullable String createdBy;
    private @Nullable String diffId;

    LayerBuilder() {}

    /** A regular file with the UTF-8 bytes of {@code content}. */
    public LayerBuilder file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A regular file with these bytes. */
    public LayerBuilder file(String path, byte[] content) {
        return file(stored(path), content);
    }

    /** A regular file whose name is stored as given, be it absolute, with {@code ..} or no text at all. */
    public LayerBuilder file(RawText storedName, byte[] content) {
        add(storedName, EntryType.FILE, 0644).content = content.clone();
        return this;
    }

    /** A directory. */
    public LayerBuilder directory(String path) {
        add(RawText.of(stored(path) + "/"), EntryType.DIRECTORY, 0755);
        return this;
    }

    /** A symbolic link. */
    public LayerBuilder symlink(String path, String target) {
        add(stored(path), EntryType.SYMLINK, 0777).target = RawText.of(target);
        return this;
    }

    /** A hard link to the entry at {@code target}; its name is stored as names are. */
    public LayerBuilder hardlink(String path, String target) {
        add(stored(path), EntryType.HARDLINK, 0644).target = stored(target);
        return this;
    }

    /** A named pipe. */
    public LayerBuilder fifo(String path) {
        add(stored(path), EntryType.FIFO, 0644);
        return this;
    }

    /** A character device. */
    public LayerBuilder character(String path, long major, long minor) {
        add(stored(path), EntryType.CHAR, 0644).device = new Device(major, minor);
        return this;
    }

    /** A block device. */
    public LayerBuilder block(String path, long major, long minor) {
        add(stored(path), EntryType.BLOCK, 0644).device = new Device(major, minor);
        return this;
    }

    /** Says that what lower layers have at {@code path} is gone. */
    public LayerBuilder whiteout(String path) {
        ImagePath gone = ImagePath.of(path);
        ImagePath parent = gone.parent();
        if (parent == null) {
            throw new IllegalArgumentException("the root cannot be deleted");
        }
        return file(
                parent.child(RawText.ofLatin1(".wh." + gone.name().latin1())).toString(), new byte[0]);
    }

    /** Says that what lower layers have below {@code directory} is gone. */
    public LayerBuilder opaque(String directory) {
        return file(ImagePath.of(directory).resolve(".wh..wh..opq").toString(), new byte[0]);
    }

    /** Appends bytes to the tar archive as they are, for headers that no sane program writes. */
    public LayerBuilder rawEntry(byte[] bytes) {
        byte[] copy = bytes.clone();
        members.add(tar -> tar.raw(copy));
        return this;
    }

    /** Sets the permission bits of the last entry of that path. */
    public LayerBuilder mode(String path, int mode) {
        last(path).mode = mode;
        return this;
    }

    /** Sets the owner of the last entry of that path. */
    public LayerBuilder owner(String path, long uid, long gid) {
        TarEntry entry = last(path);
        entry.uid = uid;
        entry.gid = gid;
        return this;
    }

    /** Sets the time of last change, in seconds since 1970, of the last entry of that path. */
    public LayerBuilder modified(String path, long seconds) {
        last(path).modified = seconds;
        return this;
    }

    /** Adds an extended attribute to the last entry of that path. */
    public LayerBuilder attribute(String path, String name, RawText value) {
        last(path).attributes.put(name, value);
        return this;
    }

    /** Sets the history line; without one it is {@code layer N}. */
    public LayerBuilder createdBy(String command) {
        createdBy = command;
        return this;
    }

    /** Makes the configuration claim this diff id, true or not. */
    public LayerBuilder claimedDiffId(String claim) {
        diffId = claim;
        return this;
    }

    /** Compresses the layer with gzip. */
    public LayerBuilder gzip() {
        return compress(Gzip::compress, FakeLayer.PLAIN + "+gzip");
    }

    /** Stores the layer as {@code compressor} makes it of the tar archive, with this media type. */
    public LayerBuilder compress(UnaryOperator<byte[]> compressor, String storedMediaType) {
        compression = compressor;
        mediaType = storedMediaType;
        return this;
    }

    FakeLayer build(int index) {
        TarWriter tar = new TarWriter();
        members.forEach(member -> member.accept(tar));
        return FakeLayer.of(
                tar.finish(), compression, mediaType, diffId, createdBy == null ? "layer " + index : createdBy);
    }

    private TarEntry add(RawText name, EntryType type, int mode) {
        TarEntry entry = new TarEntry(name, type, mode);
        entries.add(entry);
        members.add(tar -> tar.add(entry));
        return entry;
    }

    private TarEntry last(String path) {
        ImagePath wanted = ImagePath.of(path);
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (ImagePath.of(entries.get(i).name).equals(wanted)) {
                return entries.get(i);
            }
        }
        throw new IllegalArgumentException("nothing was put at " + path + " before");
    }

    private static RawText stored(String path) {
        return RawText.ofLatin1(ImagePath.of(path).latin1().substring(1));
    }
}
