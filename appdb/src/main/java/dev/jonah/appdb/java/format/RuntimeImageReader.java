package dev.jonah.appdb.java.format;

import dev.jonah.appdb.program.format.DamagedProgramException;
import dev.jonah.appdb.program.format.ProgramBytes;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Reads which modules are in a {@code lib/modules}, the container of classes of Java 9 and later (JEP 220; the layout is
 * that of {@code libjimage} in OpenJDK, version 1.0): the index of all resources, and of those each {@code
 * module-info.class}.
 */
public final class RuntimeImageReader {
    private static final int MAGIC = 0xcafedada;
    private static final int COMPRESSED_MAGIC = 0xcafefafa;
    private static final int HEADER = 28;
    private static final int COMPRESSED_HEADER = 29;
    private static final int LARGEST_INDEX = 64 << 20;
    private static final int LARGEST_DESCRIPTOR = 1 << 20;
    private static final int MOST_MODULES = 10_000;
    private static final String NAME = "module-info";
    // Kinds of attributes of a resource.
    private static final int PARENT = 2;
    private static final int BASE = 3;
    private static final int OFFSET = 5;
    private static final int COMPRESSED = 6;
    private static final int UNCOMPRESSED = 7;

    private final ProgramBytes bytes;
    private final boolean bigEndian;
    private final int start;
    private final ByteBuffer index;
    private final int offsets;
    private final int locations;
    private final int strings;

    private RuntimeImageReader(ProgramBytes bytes, boolean bigEndian, ByteBuffer header) throws IOException {
        this.bytes = bytes;
        this.bigEndian = bigEndian;
        long table = header.getInt(16) & 0xffffffffL;
        long locationsLength = header.getInt(20) & 0xffffffffL;
        long length = 8 * table + locationsLength + (header.getInt(24) & 0xffffffffL);
        if (length > LARGEST_INDEX) {
            throw new DamagedProgramException("its index is said to have " + length + " bytes");
        }
        this.index = bytes.at(HEADER, (int) length, bigEndian);
        this.offsets = 4 * (int) table;
        this.locations = 8 * (int) table;
        this.strings = locations + (int) locationsLength;
        this.start = HEADER + (int) length;
    }

    /** Whether a file that begins so is one. */
    public static boolean isOne(byte[] head) {
        int magic = head.length < 4 ? 0 : ByteBuffer.wrap(head).getInt(0);
        return magic == MAGIC || magic == Integer.reverseBytes(MAGIC);
    }

    /**
     * The descriptors of its modules in the order of the index; of those that are packed in a way that is not understood,
     * none.
     *
     * @throws DamagedProgramException if it is no such file, or its parts lie outside of it
     */
    public static List<ModuleDescriptor> read(ProgramBytes bytes) throws IOException {
        ByteBuffer header = bytes.at(0, HEADER, false);
        boolean bigEndian = header.getInt(0) == Integer.reverseBytes(MAGIC);
        if (!bigEndian && header.getInt(0) != MAGIC) {
            throw new DamagedProgramException("it is no container of modules");
        }
        RuntimeImageReader reader = new RuntimeImageReader(bytes, bigEndian, bytes.at(0, HEADER, bigEndian));
        List<ModuleDescriptor> found = new ArrayList<>();
        for (int at = reader.offsets; at < reader.locations && found.size() < MOST_MODULES; at += 4) {
            ModuleDescriptor descriptor = reader.descriptor(reader.locations + reader.index.getInt(at));
            if (descriptor != null) {
                found.add(descriptor);
            }
        }
        return found;
    }

    private @Nullable ModuleDescriptor descriptor(int location) throws IOException {
        long[] attributes = new long[8];
        int at = location;
        while (at >= locations && at < strings && (index.get(at) & 0xff) >>> 3 != 0) {
            int kind = (index.get(at) & 0xff) >>> 3;
            int length = (index.get(at) & 7) + 1;
            long value = 0;
            for (int i = 1; i <= length && at + i < strings; i++) {
                value = value << 8 | index.get(at + i) & 0xff;
            }
            if (kind < attributes.length) {
                attributes[kind] = value;
            }
            at += length + 1;
        }
        if (!is(NAME, attributes[BASE]) || !is("", attributes[PARENT])) {
            return null;
        }
        byte[] content = content(attributes);
        try {
            return content == null ? null : ModuleInfoReader.read(content);
        } catch (IOException e) {
            throw new DamagedProgramException("a descriptor in it is damaged: " + e.getMessage());
        }
    }

    private boolean is(String text, long offset) {
        byte[] wanted = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        long from = strings + offset;
        if (offset < 0 || from > index.limit() - wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (index.get((int) from + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private byte @Nullable [] content(long[] attributes) throws IOException {
        long size = attributes[UNCOMPRESSED];
        long packed = attributes[COMPRESSED];
        if (size < 0 || size > LARGEST_DESCRIPTOR || packed < 0 || packed > LARGEST_DESCRIPTOR) {
            throw new DamagedProgramException("a descriptor in it is said to have " + size + " bytes");
        }
        long from = start + attributes[OFFSET];
        return packed == 0 ? bytes.at(from, (int) size).array() : unpacked(bytes.at(from, (int) packed, bigEndian));
    }

    /** What {@code jlink --compress} packed by one of its ways, the one called zip. */
    private byte @Nullable [] unpacked(ByteBuffer packed) throws IOException {
        if (packed.limit() < COMPRESSED_HEADER
                || packed.getInt(0) != COMPRESSED_MAGIC
                || !is("zip", packed.getInt(20))
                || packed.getLong(12) > LARGEST_DESCRIPTOR) {
            return null;
        }
        Inflater inflater = new Inflater();
        try {
            byte[] content = new byte[(int) Math.max(0, packed.getLong(12))];
            inflater.setInput(packed.position(COMPRESSED_HEADER));
            int length = inflater.inflate(content);
            return length == content.length ? content : null;
        } catch (DataFormatException e) {
            throw new DamagedProgramException("a descriptor in it is damaged: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }
}
