package dev.jonah.declared.node.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The parts of a {@code bun.lockb}: after a line for people, the version of the format, a hash and the length come the number
 * of packages with the bounds of their columns; then six lists, each with its bounds. All numbers are little-endian. What
 * points out of the file is an {@link IOException}.
 */
final class BunTables {
    private static final byte[] HEAD =
            "#!/usr/bin/env bun\nbun-lockfile-format-v0\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH_BYTES = 32;
    /** Name, its hash, where it is from, two spans, facts, programs and scripts: less a package never takes. */
    private static final int LEAST_PACKAGE = 253;

    private static final int DEPENDENCIES = 3;
    private static final int TEXTS = 5;

    private final ByteBuffer bytes;
    private final int packages;
    private final long columns;
    private final long[] begins = new long[TEXTS + 1];
    private final long[] ends = new long[TEXTS + 1];
    /** Bytes of texts that may still be read: many may point to one place, but in files of Bun few do. */
    private long budget;

    BunTables(byte[] file) throws IOException {
        bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        budget = (1 << 20) + 16L * file.length;
        // Behind the version and a hash: the length of the file.
        long at = HEAD.length + 4L + HASH_BYTES + 8;
        long count = unsignedLong(at);
        columns = unsignedLong(at + 24);
        long end = unsignedLong(at + 32);
        if (end > file.length || columns > end || count < 0 || count > (end - columns) / LEAST_PACKAGE) {
            throw new IOException("it breaks off: " + count + " packages do not fit into it");
        }
        packages = (int) count;
        for (int i = 0; i <= TEXTS; i++) {
            begins[i] = unsignedLong(end);
            ends[i] = unsignedLong(end + 8);
            if (begins[i] < end || ends[i] < begins[i] || ends[i] > file.length) {
                throw new IOException("list " + i + " has impossible bounds");
            }
            end = ends[i];
        }
    }

    /** The version of the format. */
    static int version(byte[] file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < HEAD.length + 4 || !bytes.slice(0, HEAD.length).equals(ByteBuffer.wrap(HEAD))) {
            throw new IOException("it is no lock file of Bun");
        }
        return bytes.getInt(HEAD.length);
    }

    int packages() {
        return packages;
    }

    /** Where the first column begins. */
    long columns() {
        return columns;
    }

    /** How many elements of this size the list of dependencies has. */
    long dependencies(int size) {
        return (ends[DEPENDENCIES] - begins[DEPENDENCIES]) / size;
    }

    /** Where an element of the list of dependencies begins. */
    long dependency(long index, int size) throws IOException {
        long at = begins[DEPENDENCIES] + index * size;
        if (index < 0 || at + size > ends[DEPENDENCIES]) {
            throw new IOException("it asks for dependency " + index + ", which is not there");
        }
        return at;
    }

    /** A text of up to eight bytes stands where it is used; of a longer one place and length in the store do. */
    String text(long at) throws IOException {
        byte[] raw = bytes(at, 8);
        if (raw[7] >= 0) {
            int length = 0;
            while (length < raw.length && raw[length] != 0) {
                length++;
            }
            return new String(raw, 0, length, StandardCharsets.UTF_8);
        }
        long begin = begins[TEXTS] + unsignedInt(at);
        long length = unsignedInt(at + 4) & 0x7fff_ffffL;
        budget -= length;
        if (begin + length > ends[TEXTS] || budget < 0) {
            throw new IOException(budget < 0 ? "its texts overlap" : "a text lies outside of it");
        }
        return new String(bytes(begin, (int) length), StandardCharsets.UTF_8);
    }

    byte[] bytes(long at, int length) throws IOException {
        check(at, length);
        byte[] part = new byte[length];
        bytes.get((int) at, part);
        return part;
    }

    int unsignedByte(long at) throws IOException {
        check(at, 1);
        return bytes.get((int) at) & 0xff;
    }

    long unsignedInt(long at) throws IOException {
        check(at, 4);
        return bytes.getInt((int) at) & 0xffff_ffffL;
    }

    /** Numbers beyond what any file has become the largest one. */
    long unsignedLong(long at) throws IOException {
        check(at, 8);
        long value = bytes.getLong((int) at);
        return value < 0 ? Long.MAX_VALUE : value;
    }

    private void check(long at, int length) throws IOException {
        if (at < 0 || at > bytes.capacity() - length) {
            throw new IOException("it breaks off");
        }
    }
}
