package dev.jonah.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileEntry;
import dev.jonah.image.Image;
import dev.jonah.image.OpenRequest;
import dev.jonah.testkit.FakeImage;
import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TarExportTest {
    private static final FakeImage IMAGE = FakeImage.builder()
            .layer(l -> l.file("/etc/a", "old")
                    .file("/gone", "x")
                    .directory("/empty")
                    .mode("/empty", 01777)
                    .file("/usr/bin/su", "program")
                    .mode("/usr/bin/su", 04755)
                    .owner("/usr/bin/su", 3_000_000_000L, 7)
                    .modified("/usr/bin/su", -5)
                    .hardlink("/usr/bin/other", "/usr/bin/su")
                    .symlink("/bin", "usr/bin")
                    .character("/dev/null", 1, 3)
                    .fifo("/run/pipe")
                    .file("/" + "d".repeat(90) + "/" + "f".repeat(90), "long name")
                    .file(RawText.ofLatin1("latin-\u00e9"), new byte[] {1, 2})
                    .file("/capable", "c")
                    .attribute("/capable", "security.capability", RawText.ofLatin1("\u0001\u0000\u00ff")))
            .layer(l -> l.file("/etc/a", "new").whiteout("/gone").hardlink("/dangling", "/nowhere"))
            .build();

    @Test
    void whatIsExportedReadsBackAsTheSameTree() throws IOException {
        try (Image image = open(IMAGE.dockerArchive(), "docker-archive")) {
            byte[] tar = export(image);
            try (Image again = open(tar, "rootfs-tar")) {
                Map<String, String> expected = describe(image);
                expected.remove("/dangling");
                assertThat(describe(again)).isEqualTo(expected);
            }
        }
    }

    @Test
    void whatTheImageDoesNotHoldIsToldAndLeftOut() throws IOException {
        try (Image image = open(IMAGE.dockerArchive(), "docker-archive")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(TarExport.write(image.tree(), out))
                    .extracting(Object::toString)
                    .containsExactly("/dangling");
        }
    }

    @Test
    void namesAreRelative() throws IOException {
        try (Image image = open(IMAGE.dockerArchive(), "docker-archive");
                Image again = open(export(image), "rootfs-tar")) {
            List<String> names = again.entries(0).map(e -> e.name().latin1()).toList();
            assertThat(names).isNotEmpty().noneMatch(name -> name.startsWith("/") || name.contains(".."));
        }
    }

    @Test
    void theSameTreeGivesTheSameBytes() throws IOException {
        try (Image image = open(IMAGE.dockerArchive(), "docker-archive")) {
            assertThat(export(image)).isEqualTo(export(image));
        }
    }

    private static byte[] export(Image image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TarExport.write(image.tree(), out);
        return out.toByteArray();
    }

    private static Image open(byte[] bytes, String format) throws IOException {
        return new Inspector()
                .open(OpenRequest.of("test", new ByteArrayInputStream(bytes))
                        .format(format)
                        .build());
    }

    private static Map<String, String> describe(Image image) throws IOException {
        Map<String, String> lines = new TreeMap<>();
        for (FileEntry entry : image.tree().files().toList()) {
            String content =
                    entry.content() == null ? "-" : new String(entry.content().head(100), StandardCharsets.ISO_8859_1);
            String type = entry.type().isRegular() ? "file" : entry.type() + " " + entry.target();
            lines.put(
                    entry.path().toString(),
                    String.join(
                            " ",
                            type,
                            Integer.toOctalString(entry.mode()),
                            entry.uid() + ":" + entry.gid(),
                            Long.toString(entry.modified()),
                            String.valueOf(entry.device()),
                            entry.attributes().toString(),
                            content));
        }
        return lines;
    }
}
