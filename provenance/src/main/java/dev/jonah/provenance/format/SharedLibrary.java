package dev.jonah.provenance.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The SONAME of a shared library in ELF (System V gABI, chapter 5): the entry {@code DT_SONAME} of the dynamic section,
 * which program headers lead to.
 */
public final class SharedLibrary {
    private static final int LOAD = 1;
    private static final int DYNAMIC = 2;
    private static final long STRING_TABLE = 5;
    private static final long SONAME = 14;
    private static final int LONGEST_NAME = 256;
    private static final int MOST_HEADERS = 256;
    private static final int MOST_DYNAMIC = 64 << 10;

    private final SeekableByteChannel file;
    private final boolean wide;
    private final ByteOrder order;

    private SharedLibrary(SeekableByteChannel file, boolean wide, ByteOrder order) {
        this.file = file;
        this.wide = wide;
        this.order = order;
    }

    /**
     * The SONAME, one character a byte; null if the file is not ELF or has none. The channel stays open.
     *
     * @throws IOException if the file ends inside what its headers name, or cannot be read
     */
    public static @Nullable String soname(SeekableByteChannel file) throws IOException {
        if (file.size() < 64) {
            return null;
        }
        byte[] ident = new SharedLibrary(file, false, ByteOrder.LITTLE_ENDIAN)
                .read(0, 16)
                .array();
        if (ident[0] != 0x7f || ident[1] != 'E' || ident[2] != 'L' || ident[3] != 'F') {
            return null;
        }
        ByteOrder order = ident[5] == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new SharedLibrary(file, ident[4] == 2, order).soname();
    }

    private @Nullable String soname() throws IOException {
        ByteBuffer header = read(0, wide ? 64 : 52);
        int size = wide ? 56 : 32;
        int count = Math.min(header.getShort(wide ? 56 : 44) & 0xffff, MOST_HEADERS);
        if ((header.getShort(wide ? 54 : 42) & 0xffff) != size) {
            return null;
        }
        ByteBuffer programs = read(word(header, wide ? 32 : 28), count * size);
        for (int at = 0; at < count * size; at += size) {
            if (programs.getInt(at) == DYNAMIC) {
                long length = Math.min(word(programs, at + (wide ? 32 : 16)), MOST_DYNAMIC);
                return soname(read(word(programs, at + (wide ? 8 : 4)), (int) length), programs, size);
            }
        }
        return null;
    }

    private @Nullable String soname(ByteBuffer dynamic, ByteBuffer programs, int size) throws IOException {
        int step = wide ? 16 : 8;
        long table = -1;
        long name = -1;
        for (int at = 0; at + step <= dynamic.limit(); at += step) {
            long tag = word(dynamic, at);
            table = tag == STRING_TABLE ? word(dynamic, at + step / 2) : table;
            name = tag == SONAME ? word(dynamic, at + step / 2) : name;
        }
        if (table < 0 || name < 0) {
            return null;
        }
        for (int at = 0; at + size <= programs.limit(); at += size) {
            long offset = word(programs, at + (wide ? 8 : 4));
            long address = word(programs, at + (wide ? 16 : 8));
            long length = word(programs, at + (wide ? 32 : 16));
            if (programs.getInt(at) == LOAD && table >= address && table - address < length) {
                return text(table - address + offset + name);
            }
        }
        return null;
    }

    private String text(long start) throws IOException {
        long length = Math.min(LONGEST_NAME, file.size() - start);
        byte[] bytes = read(start, (int) Math.max(0, length)).array();
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        if (end == bytes.length) {
            throw new EOFException("a name without an end");
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }

    /** An address or offset; those that do not fit are no place in any file. */
    private long word(ByteBuffer bytes, int at) {
        return wide ? bytes.getLong(at) : Integer.toUnsignedLong(bytes.getInt(at));
    }

    private ByteBuffer read(long start, int length) throws IOException {
        if (start < 0 || length < 0 || start > file.size() - length) {
            throw new EOFException("what a header names lies behind the end of the file");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(order);
        file.position(start);
        while (bytes.hasRemaining() && file.read(bytes) >= 0) {
            // a channel may give less than was asked for
        }
        if (bytes.hasRemaining()) {
            throw new EOFException("the file is shorter than it says");
        }
        return bytes.flip();
    }
}
