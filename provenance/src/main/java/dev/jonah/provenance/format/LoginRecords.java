package dev.jonah.provenance.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The binary records of logins: {@code utmp}, {@code wtmp} and {@code btmp} ({@code utmp(5)}), {@code lastlog} and
 * {@code faillog(5)}. They have a fixed size, which differs between platforms by the width of time, and no magic number; so
 * every field that can be wrong is looked at.
 */
public enum LoginRecords {
    /** Records of 384 bytes, or 400 with wide time: type, process, terminal, user, host. */
    UTMP(384, 400) {
        @Override
        boolean fits(ByteBuffer record) {
            int type = record.getShort(0);
            return type >= 0
                    && type <= 9
                    && record.getShort(2) == 0
                    && isText(record, 8, 32)
                    && isText(record, 44, 32)
                    && isText(record, 76, 256);
        }
    },
    /** Records of 292 bytes, or 296 with wide time, one for each user by number: time, terminal, host. */
    LASTLOG(292, 296) {
        @Override
        boolean fits(ByteBuffer record) {
            int time = record.limit() - 288;
            return isText(record, time, 32) && isText(record, time + 32, 256);
        }
    },
    /** Records of 32 bytes, or 24 with narrow time, one for each user by number: counts, terminal, time. */
    FAILLOG(32, 24) {
        @Override
        boolean fits(ByteBuffer record) {
            return record.getShort(0) >= 0 && record.getShort(2) >= 0 && isText(record, 4, 12);
        }
    };

    private final int usual;
    private final int other;

    LoginRecords(int usual, int other) {
        this.usual = usual;
        this.other = other;
    }

    abstract boolean fits(ByteBuffer record);

    /**
     * Whether all bytes are such records; none at all are.
     *
     * @param in read to the first record that does not fit
     * @param length how many bytes {@code in} has
     */
    public boolean areIn(InputStream in, long length) throws IOException {
        return length % usual == 0 ? areIn(in, usual) : length % other == 0 && areIn(in, other);
    }

    private boolean areIn(InputStream in, int size) throws IOException {
        byte[] bytes = new byte[size];
        int n;
        while ((n = in.readNBytes(bytes, 0, size)) == size) {
            ByteBuffer record = ByteBuffer.wrap(bytes);
            // The small numbers are read in either order of bytes.
            if (!fits(record.order(ByteOrder.LITTLE_ENDIAN)) && !fits(record.order(ByteOrder.BIG_ENDIAN))) {
                return false;
            }
        }
        return n == 0;
    }

    /** Printable characters of ASCII, and nothing but zeros behind the first zero. */
    private static boolean isText(ByteBuffer record, int start, int length) {
        boolean ended = false;
        for (int i = start; i < start + length; i++) {
            int c = record.get(i) & 0xff;
            ended |= c == 0;
            if (ended ? c != 0 : c < 0x20 || c > 0x7e) {
                return false;
            }
        }
        return true;
    }
}
