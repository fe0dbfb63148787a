package dev.jonah.inspector.compression;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes skippable frames out of zstd data, for a decoder that does not know them, and hands over one piece of a frame at a
 * time: a header, a block, a checksum. It follows the frames and blocks of RFC 8878 sections 3.1.1 and 3.1.2 without
 * decoding any.
 */
final class SkippableFrames extends InputStream {
    private static final int CHECKSUM = 4;

    private final InputStream in;
    private final byte[] header = new byte[18];
    private int headerLength;
    private int headerNext;
    private long body;
    private boolean lastBlock = true;
    private boolean checksum;
    private boolean checksumNext;

    SkippableFrames(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            if (headerNext < headerLength) {
                int n = Math.min(length, headerLength - headerNext);
                System.arraycopy(header, headerNext, bytes, offset, n);
                headerNext += n;
                return n;
            }
            if (body > 0) {
                int n = in.read(bytes, offset, (int) Math.min(length, body));
                body -= Math.max(n, 0);
                return n;
            }
            if (checksumNext) {
                checksumNext = false;
                body = CHECKSUM;
                continue;
            }
            headerLength = 0;
            headerNext = 0;
            if (!(lastBlock ? nextFrame() : nextBlock())) {
                return -1;
            }
        }
    }

    /** Whether there is nothing at all but skippable frames; asked before the first byte is read. */
    boolean isEmpty() throws IOException {
        return headerLength == 0 && !nextFrame();
    }

    private boolean nextBlock() throws IOException {
        if (take(3) < 3) {
            return headerLength > 0;
        }
        int block = (header[0] & 0xff) | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16;
        lastBlock = (block & 1) != 0;
        boolean runLength = (block >> 1 & 3) == 1;
        body = runLength ? 1L : block >> 3;
        checksumNext = lastBlock && checksum;
        return true;
    }

    private boolean nextFrame() throws IOException {
        while (true) {
            headerLength = 0;
            if (take(4) < 4) {
                return headerLength > 0;
            }
            boolean skippable =
                    (header[0] & 0xf0) == 0x50 && header[1] == 0x2a && header[2] == 0x4d && header[3] == 0x18;
            if (!skippable) {
                break;
            }
            headerLength = 0;
            if (take(4) < 4) {
                throw new EOFException("a skippable frame is cut off");
            }
            long size = (header[0] & 0xffL)
                    | (header[1] & 0xffL) << 8
                    | (header[2] & 0xffL) << 16
                    | (header[3] & 0xffL) << 24;
            in.skipNBytes(size);
        }
        if (take(1) < 1) {
            return true;
        }
        int descriptor = header[4] & 0xff;
        boolean single = (descriptor & 0x20) != 0;
        int sizeFlag = descriptor >> 6;
        int sizeBytes = sizeFlag == 0 ? single ? 1 : 0 : 1 << sizeFlag;
        int dictionary = new int[] {0, 1, 2, 4}[descriptor & 3];
        checksum = (descriptor & 4) != 0;
        take((single ? 0 : 1) + dictionary + sizeBytes);
        lastBlock = false;
        return true;
    }

    private int take(int count) throws IOException {
        int n = in.readNBytes(header, headerLength, count);
        headerLength += n;
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
