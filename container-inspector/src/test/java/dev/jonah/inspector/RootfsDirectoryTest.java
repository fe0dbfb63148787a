package dev.jonah.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.Image;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class RootfsDirectoryTest {
    @TempDir
    Path directory;

    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectories(directory.resolve("rootfs"));
        Files.createDirectories(root.resolve("etc"));
        Files.writeString(root.resolve("etc/os-release"), "ID=demo\n");
    }

    private Image open() throws IOException {
        return new Inspector().open(root);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void filesDirectoriesAndLinksAreListedWithTheirMetadata() throws IOException {
        Path file = root.resolve("etc/os-release");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(-5)));
        Files.createSymbolicLink(root.resolve("link"), Path.of("etc/os-release"));
        try (Image image = open()) {
            assertThat(image.format()).isEqualTo("rootfs-dir");
            assertThat(Images.listing(image.tree()))
                    .isEqualTo(Map.of("/etc", "d", "/etc/os-release", "f:ID=demo\n", "/link", "l:etc/os-release"));
            FileEntry entry = Images.entry(image, "/etc/os-release");
            assertThat(entry.mode()).isEqualTo(0640);
            assertThat(entry.modified()).isEqualTo(-5);
            assertThat(entry.uid()).isEqualTo(((Integer) Files.getAttribute(file, "unix:uid")).longValue());
            assertThat(image.complete()).isTrue();
            assertThat(image.diagnostics()).isEmpty();
        }
    }

    @Test
    void namesOfOneFileAreHardLinks() throws IOException {
        Files.createLink(root.resolve("zz"), root.resolve("etc/os-release"));
        try (Image image = open()) {
            FileEntry link = Images.entry(image, "/zz");
            assertThat(link.type()).isEqualTo(EntryType.HARDLINK);
            assertThat(link.target()).hasToString("/etc/os-release");
            assertThat(link.content())
                    .isSameAs(Images.entry(image, "/etc/os-release").content());
        }
    }

    @Test
    void linksOutOfTheDirectoryAreNotFollowed() throws IOException {
        Path outside = Files.createDirectories(directory.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "secret");
        Files.createSymbolicLink(root.resolve("out"), outside);
        Files.createSymbolicLink(root.resolve("up"), Path.of("../outside/secret"));
        try (Image image = open()) {
            assertThat(Images.listing(image.tree()))
                    .containsEntry("/out", "l:" + outside)
                    .doesNotContainKey("/out/secret");
            assertThat(image.tree().resolve(ImagePath.of("/up"))).isEmpty();
            assertThat(image.tree().resolve(ImagePath.of("/out/secret"))).isEmpty();
        }
    }

    @Test
    void pipesAndSocketsAreNodesAndNeverOpened() throws Exception {
        assumeTrue(run("mkfifo", root.resolve("pipe").toString()), "no mkfifo on this machine: pipes not tested");
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(root.resolve("socket")));
            try (Image image = open()) {
                assertThat(Images.listing(image.tree()))
                        .containsEntry("/pipe", "p")
                        .containsEntry("/socket", "s");
                assertThat(image.complete()).isTrue();
            }
        }
    }

    @Test
    void aFileThatBecameAPipeIsNotOpened() throws Exception {
        try (Image image = open()) {
            Path file = root.resolve("etc/os-release");
            Files.delete(file);
            assumeTrue(run("mkfifo", file.toString()), "no mkfifo on this machine: pipes not tested");
            assertThatThrownBy(() ->
                            Images.entry(image, "/etc/os-release").content().open())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no longer a regular file");
        }
    }

    @Test
    void aFileThatVanishedOrChangedFailsWhenRead() throws IOException {
        Files.writeString(root.resolve("grows"), "1");
        try (Image image = open()) {
            Files.delete(root.resolve("etc/os-release"));
            Files.writeString(root.resolve("grows"), "12345");
            assertThatThrownBy(() ->
                            Images.entry(image, "/etc/os-release").content().head(1))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> Images.entry(image, "/grows").content().digest(Digest.Algorithm.SHA256))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("changed");
        }
    }

    @Test
    void whatCannotBeListedIsReported() throws IOException {
        Path closed = Files.createDirectories(root.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(closed), "this user reads everything: unreadable directories not tested");
        try (Image image = open()) {
            assertThat(Images.listing(image.tree())).containsEntry("/closed", "d");
            assertThat(Images.codes(image)).containsExactly("rootfs.unreadable");
            assertThat(image.complete()).isFalse();
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void namesThatAreNotUtf8AreKeptByteForByte() throws IOException {
        Path odd;
        try {
            odd = Path.of(URI.create(root.toUri() + "caf%E9"));
            Files.writeString(odd, "x");
            Files.createSymbolicLink(root.resolve("link"), odd.getFileName());
        } catch (IOException | IllegalArgumentException e) {
            assumeTrue(false, "this file system takes no such names: " + e);
        }
        try (Image image = open()) {
            ImagePath path = ImagePath.of(RawText.ofLatin1("/caf\u00e9"));
            assertThat(image.tree().find(path)).isPresent();
            assertThat(image.tree().resolve(ImagePath.of("/link")))
                    .map(FileEntry::path)
                    .contains(path);
        }
    }

    @Test
    void aClosedImageGivesNoMoreBytes() throws IOException {
        Files.write(root.resolve("large"), new byte[300_000]);
        Image image = open();
        InputStream in = Images.entry(image, "/large").content().open();
        in.readNBytes(10);
        image.close();
        assertThatThrownBy(() -> in.readNBytes(10))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> Images.entry(image, "/large").content().open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("closed");
    }
}
