package dev.jonah.inspector.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.Blob;
import dev.jonah.inspector.bytes.BlobStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectorySourceTest {
    @TempDir
    Path directory;

    private Path layout;

    @BeforeEach
    void makeLayout() throws IOException {
        layout = Files.createDirectories(directory.resolve("layout/blobs")).getParent();
        Files.writeString(layout.resolve("blobs/a"), "inside");
        Files.writeString(directory.resolve("secret"), "outside");
        Files.createSymbolicLink(layout.resolve("link"), Path.of("blobs/a"));
        Files.createSymbolicLink(layout.resolve("out"), Path.of("../secret"));
        Files.createSymbolicLink(layout.resolve("loop"), Path.of("loop"));
        Files.createSymbolicLink(layout.resolve("up"), Path.of(".."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"blobs/a", "./blobs/a", "link", "blobs/../blobs/a"})
    void membersAreFoundInside(String name) throws IOException {
        try (DirectorySource source = new DirectorySource("layout", layout)) {
            Blob member = source.member(name);
            assertThat(new BlobStream(member).readAllBytes()).asString().isEqualTo("inside");
            assertThat(source.has(name)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "out", "up/secret", "loop", "blobs", "gone", "", "/etc/passwd", "nul\0"})
    void nothingElseIsAMember(String name) throws IOException {
        try (DirectorySource source = new DirectorySource("layout", layout)) {
            assertThat(source.member(name)).isNull();
            assertThat(source.has(name)).isFalse();
        }
    }

    @Test
    void oneFileIsOneBlobUnderAllItsNames() throws IOException {
        try (DirectorySource source = new DirectorySource("layout", layout)) {
            assertThat(source.member("link")).isSameAs(source.member("blobs/a"));
        }
    }
}
