package dev.jonah.inspector.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void makeFile() throws IOException {
        file = Files.writeString(directory.resolve("file"), "0123456789");
    }

    /** Reads with the interrupt status set, which closes the channel. */
    private static void interruptedRead(FileBlob blob) {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> blob.read(ByteBuffer.allocate(1), 0))
                    .isInstanceOf(ClosedByInterruptException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void anInterruptedReaderDoesNotHarmTheNext() throws IOException {
        try (FileBlob blob = FileBlob.open(file)) {
            interruptedRead(blob);
            assertThat(new BlobStream(blob).readAllBytes()).asString().isEqualTo("0123456789");
        }
    }

    @Test
    void aFileThatWasReplacedIsNotReadInItsPlace() throws IOException {
        try (FileBlob blob = FileBlob.open(file)) {
            Path other = Files.writeString(directory.resolve("other"), "other data");
            Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            interruptedRead(blob);
            assertThatThrownBy(() -> blob.read(ByteBuffer.allocate(1), 0))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("replaced");
        }
    }

    @Test
    void afterClosingNothingIsRead() throws IOException {
        FileBlob blob = FileBlob.open(file);
        blob.close();
        assertThatThrownBy(() -> blob.read(ByteBuffer.allocate(1), 0)).hasMessageContaining("closed");
    }

    @Test
    void aSliceEndsWhereItEnds() throws IOException {
        try (FileBlob blob = FileBlob.open(file)) {
            assertThat(new BlobStream(blob.slice(2, 3)).readAllBytes())
                    .asString()
                    .isEqualTo("234");
            assertThat(new BlobStream(blob.slice(8, 100)).readAllBytes())
                    .asString()
                    .isEqualTo("89");
            assertThat(blob.slice(2, 3).read(ByteBuffer.allocate(1), 3)).isEqualTo(-1);
        }
    }
}
