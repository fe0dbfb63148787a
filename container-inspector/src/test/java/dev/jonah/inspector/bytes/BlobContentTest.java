package dev.jonah.inspector.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.image.Blob;
import dev.jonah.testkit.MemoryBlob;
import dev.jonah.value.Digest;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BlobContentTest {
    private static final byte[] BYTES = "0123456789".getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger reads = new AtomicInteger();
    private final Blob counted = new Blob() {
        @Override
        public long size() {
            return BYTES.length;
        }

        @Override
        public int read(ByteBuffer into, long position) {
            reads.incrementAndGet();
            return MemoryBlob.of(BYTES).read(into, position);
        }
    };

    @Test
    void aDigestIsComputedOnce() throws IOException {
        BlobContent content = new BlobContent(counted, 0);
        Digest first = content.digest(Digest.Algorithm.SHA256);
        int before = reads.get();
        assertThat(content.digest(Digest.Algorithm.SHA256)).isSameAs(first);
        assertThat(reads.get()).isEqualTo(before);
        assertThat(first).isEqualTo(Digest.compute(Digest.Algorithm.SHA256, BYTES));
        assertThat(content.digest(Digest.Algorithm.MD5)).isEqualTo(Digest.compute(Digest.Algorithm.MD5, BYTES));
    }

    @Test
    void aContentThatEndsEarlyHasNoDigest() {
        Blob tooShort = MemoryBlob.of(BYTES).slice(5, 10);
        assertThatThrownBy(() -> new BlobContent(tooShort, 0).digest(Digest.Algorithm.SHA256))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void aChannelHasAPositionOfItsOwnAndCannotBeWritten() throws IOException {
        BlobContent content = new BlobContent(counted, 0);
        ByteBuffer into = ByteBuffer.allocate(4);
        try (SeekableByteChannel one = content.openChannel();
                SeekableByteChannel two = content.openChannel()) {
            one.position(8);
            assertThat(two.read(into)).isEqualTo(4);
            assertThat(one.read(into.clear())).isEqualTo(2);
            assertThat(one.read(into.clear())).isEqualTo(-1);
            assertThat(one.position()).isEqualTo(10);
            assertThat(one.size()).isEqualTo(10);
            assertThatThrownBy(() -> one.write(into)).isInstanceOf(NonWritableChannelException.class);
            assertThatThrownBy(() -> one.truncate(0)).isInstanceOf(NonWritableChannelException.class);
            assertThatThrownBy(() -> one.position(-1)).isInstanceOf(IllegalArgumentException.class);
        }
        SeekableByteChannel closed = content.openChannel();
        closed.close();
        assertThatThrownBy(() -> closed.read(into)).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void aStreamSkipsAndKnowsWhatIsLeft() throws IOException {
        BlobStream stream = new BlobStream(counted);
        assertThat(stream.skip(4)).isEqualTo(4);
        assertThat(stream.read()).isEqualTo('4');
        assertThat(stream.available()).isEqualTo(5);
        assertThat(stream.skip(100)).isEqualTo(5);
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(stream.read(new byte[0])).isZero();
    }
}
