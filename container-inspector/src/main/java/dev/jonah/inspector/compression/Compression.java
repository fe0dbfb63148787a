package dev.jonah.inspector.compression;

import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** How bytes are compressed. */
public enum Compression {
    /** Not at all. */
    NONE,
    /** RFC 1952, any number of members. */
    GZIP,
    /** RFC 8878, any number of frames, skippable ones too. */
    ZSTD,
    /** The .xz format, any number of streams. */
    XZ,
    /** bzip2, any number of streams. */
    BZIP2;

    /** How many bytes {@link #of} wants to see. */
    public static final int HEAD = 10;

    private static final byte[] BZIP2_BLOCK = {0x31, 0x41, 0x59, 0x26, 0x53, 0x59};
    private static final byte[] BZIP2_END = {0x17, 0x72, 0x45, 0x38, 0x50, (byte) 0x90};

    // A block of tar: no header is lost with what a decoder drops when it fails.
    private static final int PIECE = 512;

    /** What bytes that begin so are compressed with; the first {@link #HEAD} are enough. */
    public static Compression of(byte[] head) {
        if (begins(head, 0x1f, 0x8b)) {
            return GZIP;
        }
        if (begins(head, 0x28, 0xb5, 0x2f, 0xfd)
                || head.length >= 4
                        && (head[0] & 0xf0) == 0x50
                        && head[1] == 0x2a
                        && head[2] == 0x4d
                        && head[3] == 0x18) {
            return ZSTD;
        }
        if (begins(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
            return XZ;
        }
        return isBzip2(head) ? BZIP2 : NONE;
    }

    /**
     * Also looks at the mark of the first block, or of the end, as far as it is there: a tar archive may begin with a file
     * called BZh9.
     */
    private static boolean isBzip2(byte[] head) {
        if (!begins(head, 'B', 'Z', 'h') || head.length < 4 || head[3] < '1' || head[3] > '9') {
            return false;
        }
        byte[] mark = Arrays.copyOfRange(head, 4, Math.min(head.length, HEAD));
        return isPrefix(mark, BZIP2_BLOCK) || isPrefix(mark, BZIP2_END);
    }

    private static boolean isPrefix(byte[] start, byte[] of) {
        return Arrays.equals(start, 0, start.length, of, 0, start.length);
    }

    /**
     * Decompresses {@code in}. Reading gives a {@link DamagedDataException} for damaged input, after all that could be
     * decoded.
     *
     * @param trailing told once if bytes follow that are no compressed data
     * @throws IOException if the input is not even a header, or needs more memory than the limits allow
     */
    public InputStream open(InputStream in, Limits limits, Runnable trailing) throws IOException {
        long megabytes = limits.get(Limits.Name.DECOMPRESSOR_MEGABYTES);
        return switch (this) {
            case NONE -> in;
            case GZIP -> new GzipMembers(in, trailing);
            case ZSTD -> Damage.over(in, this, megabytes, Integer.MAX_VALUE, source -> Zstd.open(source, megabytes));
            case XZ ->
                Damage.over(in, this, megabytes, PIECE, source -> new XZInputStream(source, kibibytes(megabytes)));
            case BZIP2 ->
                Damage.over(in, this, megabytes, PIECE, source -> new BZip2CompressorInputStream(source, true));
        };
    }

    private static int kibibytes(long megabytes) {
        return (int) Math.min(Integer.MAX_VALUE, Math.min(megabytes, Integer.MAX_VALUE) * 1024);
    }

    /** {@code gzip}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean begins(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
