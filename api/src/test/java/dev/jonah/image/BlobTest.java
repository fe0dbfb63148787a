package dev.jonah.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BlobTest {
    private final Blob digits = blob("0123456789");

    @Test
    void aSliceEndsWhereItsPartEnds() throws IOException {
        Blob slice = digits.slice(2, 3);
        assertThat(slice.size()).isEqualTo(3);
        assertThat(read(slice, 0, 10)).isEqualTo("234");
        assertThat(read(slice, 1, 1)).isEqualTo("3");
        assertThat(read(slice, 2, 10)).isEqualTo("4");
    }

    @Test
    void behindItsEndThereIsNothing() throws IOException {
        Blob slice = digits.slice(2, 3);
        assertThat(slice.read(ByteBuffer.allocate(1), 3)).isEqualTo(-1);
        assertThat(slice.read(ByteBuffer.allocate(1), Long.MAX_VALUE)).isEqualTo(-1);
        assertThat(slice.read(ByteBuffer.allocate(0), 3)).isZero();
    }

    @Test
    void theBufferKeepsItsLimit() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(10);
        digits.slice(2, 3).read(buffer, 0);
        assertThat(buffer.limit()).isEqualTo(10);
        assertThat(buffer.position()).isEqualTo(3);
    }

    @Test
    void aSliceOfASliceCountsFromItsStart() throws IOException {
        assertThat(read(digits.slice(2, 6).slice(1, 2), 0, 10)).isEqualTo("34");
    }

    @Test
    void aSliceThatReachesBeyondTheBytesEndsWithThem() throws IOException {
        Blob slice = digits.slice(8, 5);
        assertThat(read(slice, 0, 10)).isEqualTo("89");
        assertThat(slice.read(ByteBuffer.allocate(1), 2)).isEqualTo(-1);
    }

    private static String read(Blob blob, long position, int atMost) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(atMost);
        int count = blob.read(buffer, position);
        assertThat(buffer.position()).isEqualTo(count);
        return new String(buffer.array(), 0, count, StandardCharsets.US_ASCII);
    }

    private static Blob blob(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return new Blob() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public int read(ByteBuffer into, long position) {
                if (position >= bytes.length) {
                    return -1;
                }
                int count = (int) Math.min(into.remaining(), bytes.length - position);
                into.put(bytes, (int) position, count);
                return count;
            }
        };
    }
}
