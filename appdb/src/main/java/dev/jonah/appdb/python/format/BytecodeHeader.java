package dev.jonah.appdb.python.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The header of a {@code .pyc} file: 8 bytes up to Python 3.2 (magic number, time), 12 up to 3.6 (and size), 16 since 3.7
 * (PEP 552: flags, then time and size or a hash of the source).
 *
 * @param python which Python wrote it
 * @param length bytes of the header; code follows
 * @param sourceTime low 32 bits of the seconds since 1970 of the source's last change; null if there is a hash
 * @param sourceSize low 32 bits of the source's size in bytes; null if there is a hash, or before Python 3.3
 * @param sourceHash hash of the source, read as a little-endian number; null if there is a time
 */
public record BytecodeHeader(
        PythonMagic python,
        int length,
        @Nullable Long sourceTime,
        @Nullable Long sourceSize,
        @Nullable Long sourceHash) {
    /** Bytes that {@link #read} may need. */
    public static final int LONGEST = 16;

    private static final int HASH_BASED = 1;
    private static final int KNOWN_FLAGS = 3;

    /** Reads the header at the start of {@code file}; null if it is too short, of an unknown Python or malformed. */
    public static @Nullable BytecodeHeader read(byte[] file) {
        PythonMagic python = PythonMagic.of(file);
        if (python == null || file.length < python.headerLength()) {
            return null;
        }
        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(4);
        int length = python.headerLength();
        if (length < LONGEST) {
            long time = Integer.toUnsignedLong(header.getInt());
            Long size = length < 12 ? null : (Long) Integer.toUnsignedLong(header.getInt());
            return new BytecodeHeader(python, length, time, size, null);
        }
        int flags = header.getInt();
        if ((flags & ~KNOWN_FLAGS) != 0) {
            return null;
        }
        if ((flags & HASH_BASED) != 0) {
            return new BytecodeHeader(python, length, null, null, header.getLong());
        }
        // The second flag means something only beside a hash; Python never writes it alone.
        return flags != 0
                ? null
                : new BytecodeHeader(
                        python,
                        length,
                        Integer.toUnsignedLong(header.getInt()),
                        Integer.toUnsignedLong(header.getInt()),
                        null);
    }
}
