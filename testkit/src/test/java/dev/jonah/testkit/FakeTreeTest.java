package dev.jonah.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.image.Device;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FakeTreeTest {
    private final FakeTree tree = FakeTree.builder()
            .file("/usr/bin/su", "elf")
            .mode("/usr/bin/su", 0104755)
            .owner("/usr/bin/su", 1, 2)
            .modified("/usr/bin/su", -3)
            .attribute("/usr/bin/su", "security.capability", RawText.of("cap"))
            .symlink("/bin", "usr/bin")
            .hardlink("/usr/bin/sudo", "/usr/bin/su")
            .directory("/x")
            .fifo("/run/pipe")
            .character("/dev/null", 1, 3)
            .fileWithoutBytes("/lost")
            .build();

    @Test
    void metadataIsWhatWasSet() {
        FileEntry su = find("/usr/bin/su");
        assertThat(su.type()).isEqualTo(EntryType.FILE);
        assertThat(su.mode()).isEqualTo(04755);
        assertThat(su.uid()).isEqualTo(1);
        assertThat(su.gid()).isEqualTo(2);
        assertThat(su.modified()).isEqualTo(-3);
        assertThat(su.size()).isEqualTo(3);
        assertThat(su.attributes()).containsEntry("security.capability", RawText.of("cap"));
        assertThat(find("/dev/null").device()).isEqualTo(new Device(1, 3));
    }

    @Test
    void aHardLinkSharesEverythingWithItsFile() throws IOException {
        FileEntry sudo = find("/usr/bin/sudo");
        assertThat(sudo.type()).isEqualTo(EntryType.HARDLINK);
        assertThat(sudo.target()).isEqualTo(RawText.of("/usr/bin/su"));
        assertThat(sudo.mode()).isEqualTo(04755);
        assertThat(sudo.content()).isSameAs(find("/usr/bin/su").content());
    }

    @Test
    void parentsAreImpliedAndGivenDirectoriesAreNot() {
        assertThat(find("/usr").implied()).isTrue();
        assertThat(find("/x").implied()).isFalse();
        assertThat(find("/").isDirectory()).isTrue();
    }

    @Test
    void filesComeInTheOrderOfTheirPathsAndAreCounted() {
        assertThat(tree.files().map(e -> e.path().toString()))
                .containsExactly("/bin", "/dev/null", "/lost", "/run/pipe", "/usr/bin/su", "/usr/bin/sudo");
        assertThat(tree.fileCount()).isEqualTo(6);
        assertThat(tree.directoryCount()).isEqualTo(5);
    }

    @Test
    void childrenComeInTheOrderOfTheirNames() {
        FakeTree names = FakeTree.builder()
                .file("/a/x", "")
                .file("/a-b", "")
                .file("/a.c", "")
                .build();
        assertThat(names.children(ImagePath.ROOT))
                .extracting(e -> e.path().fileName())
                .containsExactly("a", "a-b", "a.c");
        assertThat(names.children(ImagePath.of("/a-b"))).isEmpty();
    }

    @Test
    void linksAreFollowedInsideTheTree() {
        assertThat(tree.resolve(ImagePath.of("/bin/su")).map(FileEntry::path)).contains(ImagePath.of("/usr/bin/su"));
        assertThat(tree.canonical(ImagePath.of("/bin/new"))).isEqualTo(ImagePath.of("/usr/bin/new"));
        assertThat(tree.find(ImagePath.of("/bin/su"))).isEmpty();
    }

    @Test
    void patternsFindFilesOnly() {
        assertThat(tree.matching(FilePattern.named("su", "x")).map(e -> e.path().toString()))
                .containsExactly("/usr/bin/su");
    }

    @Test
    void lostBytesAreNoContent() {
        assertThat(find("/lost").content()).isNull();
        assertThat(tree.resolveFile(ImagePath.of("/lost"))).isEmpty();
    }

    @Test
    void contentIsReadByStreamChannelAndDigest() throws IOException {
        var content = find("/usr/bin/su").content();
        assertThat(content.head(2)).isEqualTo(new byte[] {'e', 'l'});
        assertThat(content.digest(Digest.Algorithm.SHA1))
                .isEqualTo(Digest.compute(Digest.Algorithm.SHA1, "elf".getBytes(StandardCharsets.US_ASCII)));
        try (SeekableByteChannel channel = content.openChannel()) {
            ByteBuffer buffer = ByteBuffer.allocate(8);
            assertThat(channel.position(1).read(buffer)).isEqualTo(2);
            assertThat(channel.read(buffer)).isEqualTo(-1);
        }
    }

    @Test
    void otherBytesReplaceThoseOfAllNamesOfAFile() {
        FakeTree other = tree.with(ImagePath.of("/usr/bin/sudo"), new byte[] {1});
        assertThat(other.bytes(ImagePath.of("/usr/bin/su"))).containsExactly(1);
        assertThat(tree.bytes(ImagePath.of("/usr/bin/su"))).hasSize(3);
    }

    @Test
    void treesThatCannotBeAreRefused() {
        assertThatThrownBy(
                        () -> FakeTree.builder().file("/a", "").file("/a/b", "").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/a/b");
        assertThatThrownBy(() -> FakeTree.builder().hardlink("/a", "/b").build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FakeTree.builder()
                        .hardlink("/a", "/b")
                        .hardlink("/b", "/a")
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FakeTree.builder().mode("/a", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anObservedTreeKnowsWhatWasAskedListedAndRead() throws IOException {
        ObservedTree observed = ObservedTree.of(tree);
        observed.children(ImagePath.of("/x"));
        FileEntry su = observed.resolveFile(ImagePath.of("/bin/su")).orElseThrow();
        assertThat(observed.read()).isEmpty();
        su.content().head(1);
        assertThat(observed.read()).containsExactly(ImagePath.of("/usr/bin/su"));
        assertThat(observed.asked())
                .containsExactly(
                        ImagePath.ROOT,
                        ImagePath.of("/bin"),
                        ImagePath.of("/usr"),
                        ImagePath.of("/usr/bin"),
                        ImagePath.of("/usr/bin/su"));
        assertThat(observed.listed()).containsExactly(ImagePath.of("/x"));
    }

    private FileEntry find(String path) {
        return tree.find(ImagePath.of(path)).orElseThrow();
    }
}
