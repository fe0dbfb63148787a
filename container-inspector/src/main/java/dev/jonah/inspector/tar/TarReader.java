package dev.jonah.inspector.tar;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Blob;
import dev.jonah.image.Content;
import dev.jonah.image.Device;
import dev.jonah.image.EntryType;
import dev.jonah.image.LayerEntry;
import dev.jonah.inspector.bytes.BlobContent;
import dev.jonah.inspector.bytes.SparseBlob;
import dev.jonah.inspector.tar.SparseMap.MalformedMapException;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lists the entries of one tar archive. Their contents are slices of the blob that holds the uncompressed bytes. At the
 * first header that cannot be trusted it stops: whatever follows could be the inside of a file. Used by one thread, once.
 */
public final class TarReader {
    /** What makes no sense of more than one entry. */
    private static final Set<String> OF_ONE_ENTRY = Set.of("path", "linkpath", "size");

    private final TarInput in;
    private final Blob bytes;
    private final String name;
    private final Limits limits;
    private final Diagnostics diagnostics;
    private PaxRecords global = PaxRecords.none();
    private PaxRecords local = PaxRecords.none();
    private @Nullable RawText longName;
    private @Nullable RawText longLink;
    private @Nullable String problem;

    /**
     * @param in the archive from its first byte on
     * @param bytes the same bytes at random access; need not be complete before the reading is
     * @param name what to call the archive in messages: {@code layer 1}
     */
    public TarReader(TarInput in, Blob bytes, String name, Limits limits, Diagnostics diagnostics) {
        this.in = in;
        this.bytes = bytes;
        this.name = name;
        this.limits = limits;
        this.diagnostics = diagnostics;
    }

    /**
     * Hands over every entry in order, up to the end-of-archive mark, the end of the input or the first damage.
     *
     * @return what is damaged, as a sentence; null if nothing is
     */
    public @Nullable String read(Consumer<LayerEntry> out) throws IOException {
        byte[] block = new byte[TarHeader.BLOCK];
        while (problem == null) {
            long start = in.position();
            int n = in.read(block, block.length);
            if (n < block.length) {
                problem = n > 0 ? name + " ends inside a header" : unfinished();
                break;
            }
            TarHeader header = new TarHeader(block.clone());
            if (header.isZero()) {
                problem = unfinished();
                break;
            }
            if (!header.isValid()) {
                problem = "bad header checksum in " + name + " at byte " + start + "; the rest of it is unread";
                break;
            }
            entry(header, out);
        }
        return problem;
    }

    private @Nullable String unfinished() {
        boolean waiting = longName != null || longLink != null || !local.isEmpty();
        return waiting ? name + " ends after an extended header" : null;
    }

    private void entry(TarHeader header, Consumer<LayerEntry> out) throws IOException {
        Long size = header.size();
        switch (header.type()) {
            case 'x', 'X' -> local = pax(header, size);
            case 'g' -> addGlobal(header, size);
            case 'L' -> longName = longText(size, "long name");
            case 'K' -> longLink = longText(size, "long link");
            case 'V' -> skipUnlisted(header, size, "volume label");
            case 'N' -> skipUnlisted(header, size, "old GNU long names");
            default -> {
                file(header, out);
                local = PaxRecords.none();
                longName = null;
                longLink = null;
            }
        }
    }

    private void skipUnlisted(TarHeader header, @Nullable Long size, String what) throws IOException {
        diagnostics.info("tar.unlisted", null, name + " holds a " + what + ": " + header.name());
        skipData(size == null ? 0 : size, what);
    }

    private PaxRecords pax(TarHeader header, @Nullable Long size) throws IOException {
        byte[] data = extension(size, "extended header");
        if (data == null) {
            return PaxRecords.none();
        }
        PaxRecords records = PaxRecords.parse(data);
        if (records.damaged()) {
            diagnostics.error("tar.pax-record", null, name + " has a malformed extended header: " + header.name());
        }
        return records;
    }

    /**
     * Takes records for all entries after it. Names and sizes are not taken from there: tools that do and tools that do not
     * would see different files, and those that unpack images do not.
     */
    private void addGlobal(TarHeader header, @Nullable Long size) throws IOException {
        PaxRecords records = pax(header, size);
        PaxRecords shared = records.without(OF_ONE_ENTRY);
        if (shared != records) {
            diagnostics.warning(
                    "tar.ambiguous-name",
                    null,
                    name + " has a global header with the name or size of a single entry, which was not followed: "
                            + header.name());
        }
        global = global.with(shared);
        if (global.length() > limits.get(Limits.Name.TAR_HEADER_BYTES)) {
            problem = aboveLimit("global headers", global.length());
        }
    }

    private String aboveLimit(String what, long size) {
        return name + " has " + what + " of " + size + " bytes, above the limit " + Limits.Name.TAR_HEADER_BYTES.id()
                + " = " + limits.get(Limits.Name.TAR_HEADER_BYTES) + "; the rest of it is unread";
    }

    private @Nullable RawText longText(@Nullable Long size, String what) throws IOException {
        byte[] data = extension(size, what);
        if (data == null) {
            return null;
        }
        int length = 0;
        while (length < data.length && data[length] != 0) {
            length++;
        }
        return RawText.of(data, 0, length);
    }

    private byte @Nullable [] extension(@Nullable Long size, String what) throws IOException {
        if (size == null || size < 0) {
            problem = name + " has an " + what + " without a size; the rest of it is unread";
            return null;
        }
        if (size > limits.get(Limits.Name.TAR_HEADER_BYTES)) {
            problem = aboveLimit("an " + what, size);
            return null;
        }
        byte[] data = new byte[size.intValue()];
        if (in.read(data, data.length) < data.length) {
            problem = name + " ends inside the " + what;
            return null;
        }
        skipPadding(size, "the " + what);
        return data;
    }

    private void file(TarHeader header, Consumer<LayerEntry> out) throws IOException {
        PaxRecords pax = global.with(local);
        RawText entryName = name(header, pax);
        EntryType type = type(header, entryName);
        Long size = pax.get("size") != null ? pax.number("size") : header.size();
        boolean directoryList = header.type() == 'D';
        if (type != EntryType.FILE && !directoryList) {
            size = 0L; // a size on anything else is noise: no data follow
        }
        if (size == null || size < 0) {
            problem = name + " has a malformed size at " + entryName + "; the rest of it is unread";
            return;
        }
        if (directoryList) {
            skipData(size, entryName.toString());
        }
        Data data = type == EntryType.FILE ? data(header, pax, size, entryName) : new Data(0, null);
        out.accept(new LayerEntry(
                entryName,
                type,
                (int) (number(pax, null, header.mode(), "mode", entryName) & 07777),
                number(pax, "uid", header.uid(), "uid", entryName),
                number(pax, "gid", header.gid(), "gid", entryName),
                data.size,
                number(pax, "mtime", header.modified(), "mtime", entryName),
                linkTarget(header, pax, type),
                device(header, pax, type, entryName),
                attributes(pax),
                data.content));
    }

    /**
     * Names in the order in which Go's reader takes them, which all common runtimes unpack images with. Others take them in
     * another order: whoever gives two, wants them to see different files.
     */
    private RawText name(TarHeader header, PaxRecords pax) {
        RawText sparse = SparseMap.isSparse(pax) ? pax.get("GNU.sparse.name") : null;
        RawText path = pax.get("path");
        RawText found = firstOf(sparse, longName, path, header.name());
        if (sparse == null && longName != null && path != null && !path.equals(longName)) {
            diagnostics.warning(
                    "tar.ambiguous-name",
                    null,
                    "two names of one entry in " + name + ", the first of them taken: " + found + " and " + path);
        }
        return found;
    }

    private record Data(long size, @Nullable Content content) {}

    private Data data(TarHeader header, PaxRecords pax, long stored, RawText entryName) throws IOException {
        long start = in.position();
        SparseMap map = null;
        try {
            map = header.type() == 'S' ? SparseMap.ofOldGnu(header, in, limits) : SparseMap.ofPax(pax, in, limits);
        } catch (MalformedMapException e) {
            if (header.type() == 'S') {
                problem = name + " has a sparse file whose map cannot be read: " + entryName + ": " + e.getMessage()
                        + "; the rest of it is unread";
                return new Data(0, null); // nobody knows how many blocks of the map follow
            }
            diagnostics.error("tar.sparse", null, "sparse file " + entryName + " in " + name + ": " + e.getMessage());
            skipData(stored - (in.position() - start), entryName.toString());
            return new Data(0, null);
        }
        // The blocks of an old GNU map stand before the data and outside its size; those of PAX 1.0 are part of it.
        long position = in.position();
        long length = header.type() == 'S' ? stored : stored - (position - start);
        if (length < 0) {
            problem = name + ": the map of the sparse file " + entryName + " is larger than the file";
            return new Data(0, null);
        }
        boolean whole = skipData(length, entryName.toString());
        if (map == null) {
            if (SparseMap.isUnknown(pax)) {
                diagnostics.warning(
                        "tar.sparse",
                        null,
                        "sparse file " + entryName + " in " + name + " is in an unknown format, taken as it is stored");
            }
            return new Data(length, whole ? content(bytes.slice(position, length), position) : null);
        }
        try {
            Blob sparse = new SparseBlob(bytes.slice(position, length), map.realSize(), map.pieces());
            return new Data(map.realSize(), whole ? content(sparse, position) : null);
        } catch (IllegalArgumentException e) {
            diagnostics.error("tar.sparse", null, "sparse file " + entryName + " in " + name + ": " + e.getMessage());
            return new Data(map.realSize(), null);
        }
    }

    private static Content content(Blob blob, long position) {
        return new BlobContent(blob, position);
    }

    /** Passes over data and padding; whether all of the data was there. */
    private boolean skipData(long size, String what) throws IOException {
        if (size < 0 || in.skip(size) < size) {
            problem = name + " ends inside " + what;
            return false;
        }
        skipPadding(size, what);
        return true;
    }

    private void skipPadding(long size, String what) throws IOException {
        if (in.skip(padding(size)) < padding(size)) {
            problem = name + " ends inside the padding of " + what;
        }
    }

    private static long padding(long size) {
        return -size & TarHeader.BLOCK - 1;
    }

    private EntryType type(TarHeader header, RawText entryName) {
        return switch (header.type()) {
            case '0', '7', 'S' -> EntryType.FILE;
            case 0 -> entryName.latin1().endsWith("/") ? EntryType.DIRECTORY : EntryType.FILE;
            case '1' -> EntryType.HARDLINK;
            case '2' -> EntryType.SYMLINK;
            case '3' -> EntryType.CHAR;
            case '4' -> EntryType.BLOCK;
            case '5', 'D' -> EntryType.DIRECTORY; // D: of an incremental backup, with a list of names as data
            case '6' -> EntryType.FIFO;
            default -> {
                diagnostics.warning(
                        "tar.entry-type",
                        null,
                        "unknown entry type '" + header.type() + "' in " + name + ", taken for a file: " + entryName);
                yield EntryType.FILE;
            }
        };
    }

    private long number(PaxRecords pax, @Nullable String key, @Nullable Long field, String what, RawText entryName) {
        Long value = key == null || pax.get(key) == null ? field : pax.number(key);
        if (value == null) {
            diagnostics.warning(
                    "tar.number", null, "malformed " + what + " in " + name + ", taken for 0: " + entryName);
            return 0;
        }
        return value;
    }

    private @Nullable RawText linkTarget(TarHeader header, PaxRecords pax, EntryType type) {
        return type == EntryType.SYMLINK || type == EntryType.HARDLINK
                ? firstOf(longLink, pax.get("linkpath"), header.linkName())
                : null;
    }

    private @Nullable Device device(TarHeader header, PaxRecords pax, EntryType type, RawText entryName) {
        return type == EntryType.CHAR || type == EntryType.BLOCK
                ? new Device(
                        number(pax, "SCHILY.devmajor", header.major(), "device number", entryName),
                        number(pax, "SCHILY.devminor", header.minor(), "device number", entryName))
                : null;
    }

    private static Map<String, RawText> attributes(PaxRecords pax) {
        return pax.isEmpty() ? Map.of() : ExtendedAttributes.of(pax);
    }

    private static RawText firstOf(@Nullable RawText... candidates) {
        for (RawText candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("none is there");
    }
}
