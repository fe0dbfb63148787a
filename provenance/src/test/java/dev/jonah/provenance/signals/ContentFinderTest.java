package dev.jonah.provenance.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.SignalFinder;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import dev.jonah.testkit.SignalFinderContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ContentFinderTest extends SignalFinderContract {
    @Override
    protected SignalFinder plugin() {
        return new ContentFinder();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] upx() {
        byte[] packed = Programs.elf();
        System.arraycopy(new byte[] {'U', 'P', 'X', '!'}, 0, packed, 180, 4);
        return packed;
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/a/blob", Programs.noise(20_000))
                .file("/a/install.sh", gzip(new byte[100]))
                .file("/a/packed", Programs.elf(2, null, false, Programs.noise(8000)))
                .file("/a/photo.jpg", Programs.elf())
                .file("/a/upx", upx())
                .build();
    }

    @Override
    protected List<String> expected() {
        return List.of(
                "/a/blob high-entropy",
                "/a/install.sh type-mismatch",
                "/a/packed packed",
                "/a/photo.jpg type-mismatch",
                "/a/upx packed");
    }

    @Test
    void whatIsWhatItSaysIsNone() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/a/backup", gzip(Programs.noise(20_000)))
                .file("/a/data.br", Programs.noise(20_000))
                .file("/a/photo.jpg", "<html>not found</html>")
                .file("/a/plain", Programs.elf(2, null, false, new byte[8000]))
                .file("/a/program", Programs.elf(2, null, true, Programs.noise(8000)))
                .file("/a/run.sh", "#!/bin/sh\n")
                .file("/a/small", Programs.noise(500))
                .file("/a/text.txt", "\u00fcber alles und noch mehr\n".repeat(900))
                .build();
        assertThat(Scans.signals(tree).find(plugin())).isEmpty();
    }
}
