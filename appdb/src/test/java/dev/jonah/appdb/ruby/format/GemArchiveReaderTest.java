package dev.jonah.appdb.ruby.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.appdb.ruby.Gems;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.testkit.Gzip;
import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GemArchiveReaderTest {
    private static final byte[] X = {'x'};

    @Test
    void filesAndLinksAreReadWithTheirChecksums() throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(Gems.entry("lib/", '5', "", new byte[0]));
        data.writeBytes(Gems.entry("lib/a.rb", '0', "", X));
        data.writeBytes(Gems.entry("lib/b.rb", '2', "a.rb", new byte[0]));
        GemArchive found = read(Gems.archive(Gems.metadata("a", "1.10"), Gems.tar(data)));
        assertThat(found.name() + " " + found.version() + " " + found.platform())
                .isEqualTo("a 1.10 ruby");
        assertThat(found.checked()).isFalse();
        assertThat(found.files())
                .containsExactly(
                        new GemFile(RawText.of("lib/a.rb"), 1, Digest.compute(Digest.Algorithm.SHA256, X), null),
                        new GemFile(RawText.of("lib/b.rb"), 0, null, RawText.of("a.rb")));
    }

    @Test
    void aPlatformThatIsDescribedAsAnObjectIsNotRead() throws IOException {
        String metadata =
                Gems.metadata("a", "1").replace("platform: ruby", "platform: !ruby/object:Gem::Platform\n  cpu: x86");
        assertThat(read(Gems.archive(metadata, new byte[1024])).platform()).isNull();
    }

    @Test
    void checksumsThatAgreeAreTold() throws IOException {
        byte[] stated = Gems.of("a", "1", "f");
        assertThat(read(withChecksums(stated, Digest.compute(Digest.Algorithm.SHA256, part(stated))))
                        .checked())
                .isTrue();
    }

    @Test
    void checksumsThatDifferMakeItUseless() {
        byte[] stated = Gems.of("a", "1", "f");
        byte[] other = withChecksums(stated, Digest.compute(Digest.Algorithm.SHA256, X));
        assertThatThrownBy(() -> read(other)).isInstanceOf(IOException.class).hasMessageContaining("data.tar.gz");
    }

    @Test
    void aPartThatIsThereTwiceMakesItUseless() {
        byte[] once = Gems.of("a", "1", "f");
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.write(once, 0, once.length - 1024);
        twice.writeBytes(once);
        assertThatThrownBy(() -> read(twice.toByteArray())).hasMessageContaining("twice");
    }

    @Test
    void somethingElseIsNoArchive() {
        assertThatThrownBy(() -> read(new byte[0])).hasMessageContaining("not an archive");
        assertThatThrownBy(() -> read("MD5SUM = x\n".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anArchiveThatBreaksOffAnywhereIsRefused() {
        byte[] whole = Gems.of("a", "1", "f", "g");
        for (int length = 1; length < whole.length - 1024; length += 7) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(part)).as("%d bytes", length).isInstanceOf(IOException.class);
        }
    }

    @Test
    void zerosWithoutEndAreNotDecompressed() {
        byte[] bomb = Gems.archive(Gems.metadata("a", "1"), Gems.entry("f", '0', "", new byte[20 << 20]));
        assertThatThrownBy(() -> read(bomb)).hasMessageContaining("grows");
    }

    @Test
    void theLimitForParsersHolds() {
        Limits limits = Limits.builder().set(Limits.Name.PARSER_BYTES, 64).build();
        assertThatThrownBy(() -> GemArchiveReader.read(new ByteArrayInputStream(Gems.of("a", "1", "f")), limits))
                .isInstanceOf(LimitExceededException.class);
    }

    /** The bytes of {@code data.tar.gz} in an archive that {@link Gems} made. */
    private static byte[] part(byte[] archive) {
        int data = 1024;
        int size = Integer.parseInt(new String(archive, data + 124, 11, StandardCharsets.US_ASCII), 8);
        return Arrays.copyOfRange(archive, data + 512, data + 512 + size);
    }

    private static byte[] withChecksums(byte[] archive, Digest sha256) {
        String yaml = "---\nSHA256:\n  data.tar.gz: " + sha256.hex() + "\nSHA999:\n  data.tar.gz: x\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(archive, 0, archive.length - 1024);
        out.writeBytes(
                Gems.entry("checksums.yaml.gz", '0', "", Gzip.compress(yaml.getBytes(StandardCharsets.US_ASCII))));
        return Gems.tar(out);
    }

    private static GemArchive read(byte[] archive) throws IOException {
        return GemArchiveReader.read(new ByteArrayInputStream(archive), Limits.defaults());
    }
}
