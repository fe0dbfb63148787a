package dev.jonah.sysdb.rpm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.Blob;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Databases made so that one part of them is named thousands of times; reading them takes no more than their size. */
class BoundedWorkTest {
    private static final int PAGE = 65536;

    private long read;
    private long handedOver;

    @Test
    void entriesOfATreeThatLeadToOnePage() throws IOException {
        ByteBuffer file = berkeley(0x053162, 9).putInt(88, 1);
        file.put(PAGE + 25, (byte) 3).putShort(PAGE + 20, (short) 4000);
        for (int i = 0; i < 4000; i++) {
            int entry = 10_000 + 12 * i;
            file.putShort(PAGE + 26 + 2 * i, (short) entry).putInt(PAGE + entry + 4, 2);
        }
        BerkeleyDatabase.read(counting(file).openChannel(), PAGE, this::take, problem -> {});
        assertThat(read).isLessThan(3L * file.capacity());
    }

    @Test
    void valuesThatBeginOnOnePage() throws IOException {
        ByteBuffer file = berkeley(0x061561, 8);
        int entries = 6000;
        file.put(PAGE + 25, (byte) 13).putShort(PAGE + 20, (short) entries);
        int end = PAGE;
        for (int i = 0; i < entries; i++) {
            end -= i % 2 == 0 ? 5 : 12;
            file.putShort(PAGE + 26 + 2 * i, (short) end).put(PAGE + end, (byte) (i % 2 == 0 ? 1 : 3));
            file.putInt(PAGE + end + (i % 2 == 0 ? 1 : 4), i % 2 == 0 ? i + 1 : 2);
        }
        file.put(2 * PAGE + 25, (byte) 7).putShort(2 * PAGE + 22, (short) 60_000);
        BerkeleyDatabase.read(counting(file).openChannel(), PAGE, this::take, problem -> {});
        assertThat(read).isLessThan(3L * file.capacity());
        assertThat(handedOver).isEqualTo(60_000);
    }

    @Test
    void pointersToOneCell() throws IOException {
        ByteBuffer file = ByteBuffer.allocate(2 * PAGE);
        file.put("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII)).putShort(16, (short) 1);
        byte[] statement = "CREATE TABLE Packages (blob)".getBytes(StandardCharsets.US_ASCII);
        file.put(100, (byte) 13).putShort(103, (short) 1).putShort(108, (short) 1000);
        // The length of the row, its number, and its types: three texts, a number of one byte, a text.
        file.put(1000, new byte[] {
            (byte) (28 + statement.length), 1, 6, 23, 29, 29, 1, (byte) (13 + 2 * statement.length)
        });
        file.put(1008, "tablePackagesPackages\2".getBytes(StandardCharsets.US_ASCII))
                .put(1030, statement);
        file.put(PAGE, (byte) 13).putShort(PAGE + 3, (short) 5000);
        for (int i = 0; i < 5000; i++) {
            file.putShort(PAGE + 8 + 2 * i, (short) 11_000);
        }
        // 40,004 bytes: the length of the head, the type of 40,000 bytes, and these.
        file.put(PAGE + 11_000, new byte[] {(byte) 0x82, (byte) 0xb8, 0x44, 1, 4, (byte) 0x84, (byte) 0xf1, 0x0c});
        SqliteDatabase.read(counting(file).openChannel(), null, PAGE, this::take, problem -> {});
        assertThat(read).isLessThan(3L * file.capacity());
        assertThat(handedOver).isEqualTo(40_000);
    }

    @Test
    void slotsThatLeadToOneHeader() throws IOException {
        byte[] bytes = NdbWriter.database(100);
        for (int slot = 4; slot < 256; slot++) {
            System.arraycopy(bytes, 3 * 16, bytes, slot * 16, 16);
        }
        NdbDatabase.read(counting(ByteBuffer.wrap(bytes)).openChannel(), 1 << 20, this::take, problem -> {});
        assertThat(read).isLessThan(3L * bytes.length);
        assertThat(handedOver).isEqualTo(Fixtures.text(1).length());
    }

    private static ByteBuffer berkeley(int magic, int type) {
        ByteBuffer file = ByteBuffer.allocate(3 * PAGE).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(12, magic)
                .putInt(16, 9)
                .putInt(20, PAGE)
                .put(25, (byte) type)
                .putInt(32, 2);
        return file.putInt(96, 1);
    }

    private void take(long number, byte[] blob) {
        handedOver += blob.length;
    }

    private Blob counting(ByteBuffer file) {
        return new Blob() {
            @Override
            public long size() {
                return file.capacity();
            }

            @Override
            public int read(ByteBuffer into, long position) {
                int count = (int) Math.min(into.remaining(), file.capacity() - position);
                into.put(file.slice((int) position, count));
                read += count;
                return count;
            }
        };
    }
}
