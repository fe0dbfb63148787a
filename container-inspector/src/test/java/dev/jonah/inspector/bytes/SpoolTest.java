package dev.jonah.inspector.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.LayerReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
    private static final byte[] NOISE = new byte[1_000_000];

    static {
        new Random(7).nextBytes(NOISE);
    }

    @TempDir
    Path directory;

    private static Limits limits(long memory, long disk) {
        return Limits.builder()
                .set(Limits.Name.SPOOL_MEMORY, memory)
                .set(Limits.Name.SPOOL_BYTES, disk)
                .build();
    }

    private static void write(LayerReader.Spool spool, byte[] bytes, int piece) throws IOException {
        for (int at = 0; at < bytes.length; at += piece) {
            spool.write(bytes, at, Math.min(piece, bytes.length - at));
        }
    }

    private static byte[] all(LayerReader.Spool spool) throws IOException {
        return new BlobStream(spool).readAllBytes();
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.count();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100_000, 10_000_000})
    void whatWasWrittenIsReadWhereverItWent(long memory) throws IOException {
        try (SpoolRoom room = new SpoolRoom(limits(memory, 10_000_000), directory)) {
            LayerReader.Spool first = room.newSpool();
            LayerReader.Spool second = room.newSpool();
            write(first, NOISE, 777);
            write(second, new byte[300_000], 64 * 1024);
            write(second, NOISE, 1_000_000);
            assertThat(all(first)).isEqualTo(NOISE);
            assertThat(second.size()).isEqualTo(1_300_000);
            assertThat(new BlobContent(second.slice(299_990, 20), 0).head(30))
                    .startsWith(new byte[10])
                    .hasSize(20)
                    .endsWith(NOISE[8], NOISE[9]);
        }
    }

    @Test
    void theSpoolFileHasNoNameAndNothingStaysBehind() throws IOException {
        try (SpoolRoom room = new SpoolRoom(limits(0, 10_000_000), directory)) {
            LayerReader.Spool spool = room.newSpool();
            write(spool, NOISE, 100_000);
            assertThat(files()).isZero();
            assertThat(all(spool)).isEqualTo(NOISE);
        }
        assertThat(files()).isZero();
    }

    @Test
    void withoutADirectoryTheMemoryIsTheLimit() throws IOException {
        try (SpoolRoom room = new SpoolRoom(limits(100_000, 10_000_000), null)) {
            assertThatThrownBy(() -> write(room.newSpool(), NOISE, 1000))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContainingAll("spool-memory = 100000", "no spool directory");
        }
    }

    @Test
    void theDirectoryHasALimitToo() throws IOException {
        try (SpoolRoom room = new SpoolRoom(limits(0, 500_000), directory)) {
            assertThatThrownBy(() -> write(room.newSpool(), NOISE, 1000))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("spool-bytes = 500000");
        }
        assertThat(files()).isZero();
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamed() throws IOException {
        Path gone = directory.resolve("gone");
        try (SpoolRoom room = new SpoolRoom(limits(0, 10_000_000), gone)) {
            assertThatThrownBy(() -> write(room.newSpool(), NOISE, 1000))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll("cannot write to the spool directory", gone.toString());
        }
    }

    @Test
    void zerosTakeNoRoom() throws IOException {
        try (SpoolRoom room = new SpoolRoom(limits(0, 0), null)) {
            LayerReader.Spool spool = room.newSpool();
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 4096; i++) {
                spool.write(zeros, 0, zeros.length);
            }
            assertThat(spool.size()).isEqualTo(4L << 30);
            assertThat(new BlobContent(spool.slice((4L << 30) - 5, 5), 0).head(10))
                    .isEqualTo(new byte[5]);
        }
    }

    @Test
    void afterClosingNothingIsRead() throws IOException {
        for (long memory : new long[] {0, 10_000_000}) {
            SpoolRoom room = new SpoolRoom(limits(memory, 10_000_000), directory);
            LayerReader.Spool spool = room.newSpool();
            write(spool, NOISE, 1000);
            BlobStream open = new BlobStream(spool);
            open.readNBytes(10);
            room.close();
            assertThatThrownBy(() -> open.readNBytes(10))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("closed");
        }
    }
}
