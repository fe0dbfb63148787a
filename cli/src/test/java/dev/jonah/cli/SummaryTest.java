package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.testkit.FakeImage;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {
    @TempDir
    Path directory;

    private Path planted() {
        return Images.save(directory, "demo.tar", Images.planted().dockerArchive());
    }

    @Test
    void tellsTheBooksAndWhatToLookAt() {
        assertThat(CommandRun.of("scan", planted()).out()).isEqualTo("""
                demo:1  docker-archive  linux/amd64  2 layers, 9.0 KiB
                Alpine Linux 3.20.3

                Packages   1 apk
                Files      6 = 1 verified + 1 modified + 1 transient + 3 unexplained
                Missing    1 = 1 unexplained

                Look at
                  MODIFIED      /usr/bin/changed  tool 1.0-r0: SHA-1 differs…  [set-id-added, …]
                  UNEXPLAINED   /opt/run          ELF file, layer 1 «COPY dir:0 in .»
                  UNEXPLAINED   /etc/os-release   file of 48 B, layer 0 «ADD rootfs.tar /»
                  UNEXPLAINED   /opt/link         link to /usr/bin/tool, layer 1 «COPY dir:0 in…
                  MISSING       /usr/bin/gone     tool 1.0-r0: promised, and not there
                """);
    }

    @Test
    void hasTermsThatAddUpToTheNumberOfFiles() {
        String files = CommandRun.of("scan", planted()).lines().stream()
                .filter(line -> line.startsWith("Files"))
                .findFirst()
                .orElseThrow();
        Matcher numbers = Pattern.compile("\\d+").matcher(files);
        assertThat(numbers.find()).isTrue();
        int total = Integer.parseInt(numbers.group());
        int sum = 0;
        while (numbers.find()) {
            sum += Integer.parseInt(numbers.group());
        }
        assertThat(sum).isEqualTo(total);
    }

    @Test
    void fitsInto80ColumnsWhateverTheNamesAre() {
        FakeImage image = FakeImage.builder()
                .name("registry.example.org/a/very/long/name/of/a/repository/that/goes/on/and/on:1.2.3.4.5.6")
                .layer(layer -> layer.createdBy("COPY " + "word ".repeat(40))
                        .file("/opt/" + "directory/".repeat(20) + "file", "x")
                        .symlink("/opt/link", "/" + "target/".repeat(30)))
                .build();
        CommandRun run = CommandRun.of("scan", Images.save(directory, "long.tar", image.dockerArchive()));
        assertThat(run.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(80));
    }

    @Test
    void namesTheCommandThatListsTheRest() {
        FakeImage image = FakeImage.builder()
                .layer(layer -> {
                    for (int i = 0; i < 13; i++) {
                        layer.file("/opt/" + i, "x");
                    }
                    return layer;
                })
                .build();
        CommandRun run = CommandRun.of("scan", Images.save(directory, "many.tar", image.dockerArchive()));
        assertThat(run.lines()).last().isEqualTo("  …and 3 more: jonah files IMAGE --verdict unexplained");
    }

    @Test
    void showsNoControlCharactersOfNames() {
        FakeImage image = FakeImage.builder()
                .layer(layer -> layer.file("/opt/\u001b[31mred\nline", "x"))
                .build();
        CommandRun run = CommandRun.of("scan", Images.save(directory, "escape.tar", image.dockerArchive()));
        assertThat(run.out()).doesNotContain("\u001b").contains("/opt/\\x1b[31mred\\x0aline");
    }

    @Test
    void isPlainWhereNoTerminalIs() {
        assertThat(CommandRun.of("scan", planted()).out()).doesNotContain("\u001b");
    }

    @Test
    void isColouredOnATerminal() {
        assertThat(new CommandRun().onTerminal().run("scan", planted()).out()).contains("\u001b[31mMODIFIED");
    }

    @Test
    void isNotColouredWhereTheUserWantsNone() {
        CommandRun run = new CommandRun().onTerminal().with("NO_COLOR", "1").run("scan", planted(), "--progress=none");
        assertThat(run.out()).doesNotContain("\u001b");
    }

    @Test
    void saysWhatIsUnread() {
        byte[] archive = Images.planted().dockerArchive();
        byte[] half = java.util.Arrays.copyOf(archive, archive.length);
        int at = new String(half, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("tampered");
        half[at] = 'T';
        CommandRun run = CommandRun.of("scan", Images.save(directory, "damaged.tar", half));
        assertThat(run.out()).contains("Incomplete digest mismatch: the uncompressed layer 0");
    }
}
