package dev.jonah.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.Image;
import dev.jonah.image.OpenRequest;
import dev.jonah.support.Tasks;
import dev.jonah.testkit.FakeImage;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcurrentReadingTest {
    private static final int FILES = 60;

    @TempDir
    Path directory;

    private static byte[] content(int index) {
        byte[] bytes = new byte[20_000 + index * 977];
        new Random(index).nextBytes(bytes);
        return bytes;
    }

    private Image open(boolean compressed) throws IOException {
        FakeImage made = FakeImage.builder()
                .layer(l -> {
                    for (int i = 0; i < FILES; i++) {
                        l.file("/f" + i, content(i));
                    }
                    return compressed ? l.gzip() : l;
                })
                .build();
        Path file = Files.write(directory.resolve("image.tar"), made.dockerArchive());
        Limits limits = Limits.builder().set(Limits.Name.SPOOL_MEMORY, 0).build();
        return new Inspector()
                .open(OpenRequest.of(file)
                        .limits(limits)
                        .spoolDirectory(directory)
                        .build());
    }

    /** One round over all files; whether every byte was right. */
    private static boolean allRight(Image image, int seed) throws IOException {
        Random random = new Random(seed);
        for (int n = 0; n < 100; n++) {
            int i = random.nextInt(FILES);
            Content file = Images.entry(image, "/f" + i).content();
            try (InputStream in = file.open()) {
                if (!java.util.Arrays.equals(in.readAllBytes(), content(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void sixteenReadersGetTheRightBytesAlthoughOthersAreInterrupted(boolean compressed) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(18);
        try (Image image = open(compressed)) {
            List<Thread> victims = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Thread victim = new Thread(() -> readUntilInterrupted(image));
                victims.add(victim);
                victim.start();
            }
            List<Future<Boolean>> readers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                int seed = i;
                readers.add(threads.submit(() -> allRight(image, seed)));
            }
            Thread.sleep(5);
            victims.forEach(Thread::interrupt);
            for (Future<Boolean> reader : readers) {
                assertThat(reader.get()).isTrue();
            }
            for (Thread victim : victims) {
                victim.join();
            }
            assertThat(allRight(image, 99)).isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void readUntilInterrupted(Image image) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                allRight(image, 1);
            }
            Images.entry(image, "/f1").content().head(10);
        } catch (IOException e) {
            // an interrupted reader may fail; the others must not
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aClosedImageGivesNoMoreBytes(boolean compressed) throws IOException {
        Image image = open(compressed);
        Content file = Images.entry(image, "/f1").content();
        InputStream in = file.open();
        in.readNBytes(10);
        image.close();
        image.close();
        assertThatThrownBy(() -> in.readNBytes(10))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> file.head(10)).isInstanceOf(IOException.class).hasMessageContaining("closed");
        assertThatThrownBy(() -> file.digest(Digest.Algorithm.SHA256)).hasMessageContaining("closed");
        assertThat(image.tree().fileCount()).isEqualTo(FILES);
    }

    @Test
    void layersReadByManyThreadsGiveTheSameAsByOne() throws IOException {
        FakeImage.Builder builder = FakeImage.builder();
        for (int i = 0; i < 20; i++) {
            int layer = i;
            builder.layer(l -> l.file("/a" + layer, "x")
                    .file("/same", "" + layer)
                    .whiteout("/a" + (layer - 2))
                    .gzip());
        }
        byte[] archive = builder.build().dockerArchive();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Image one = Images.open(archive);
                Image many = new Inspector()
                        .open(Images.request(archive)
                                .tasks(Tasks.on(threads, 8))
                                .build())) {
            for (int i = 0; i < 20; i++) {
                assertThat(Images.listing(many.treeAt(i))).isEqualTo(Images.listing(one.treeAt(i)));
            }
            assertThat(many.diagnostics()).isEqualTo(one.diagnostics());
            assertThat(many.tree().files().map(FileEntry::layer).toList())
                    .isEqualTo(one.tree().files().map(FileEntry::layer).toList());
        } finally {
            threads.shutdownNow();
        }
    }
}
