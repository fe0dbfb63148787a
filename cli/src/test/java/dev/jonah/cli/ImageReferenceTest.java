package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
    private static final Set<String> FORMATS = Set.of("dir", "oci");

    @TempDir
    Path directory;

    @Test
    void hasAFormatIfThePrefixIsTheNameOfOne() {
        assertThat(ImageReference.parse("oci:/x:y", FORMATS)).isEqualTo(new ImageReference("oci", "/x:y"));
    }

    @Test
    void isAPlaceIfThePrefixIsNothingKnown() {
        assertThat(ImageReference.parse("alpine:3.20", FORMATS)).isEqualTo(new ImageReference(null, "alpine:3.20"));
    }

    @Test
    void mayBeStandardInputWithAFormat() {
        CommandRun run = new CommandRun().input(Images.plain().rootfsTar()).run("scan", "rootfs-tar:-");
        assertThat(run.out()).contains("rootfs-tar");
    }

    @Test
    void forcesTheFormat() {
        byte[] archive = Images.planted().dockerArchive();
        CommandRun run = CommandRun.of("scan", "rootfs-tar:" + Images.save(directory, "x.tar", archive));
        assertThat(run.out()).contains("rootfs-tar").contains("Packages   none");
    }

    @Test
    void opensADirectory() throws Exception {
        Files.writeString(Files.createDirectories(directory.resolve("root/etc")).resolve("motd"), "hello");
        CommandRun run = CommandRun.of("scan", "dir:" + directory.resolve("root"));
        assertThat(run.out()).contains("rootfs-dir", "Files      1 = 1 unexplained");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-archive", "oci-archive"})
    void namesAFormatThatTheInputIsNot(String format) throws Exception {
        Path text = Files.writeString(directory.resolve("text"), "just text");
        CommandRun run = CommandRun.of("scan", format + ":" + text);
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).startsWith("jonah: ").hasLineCount(1);
    }

    @Test
    void tellsHowToGetAFileOfAnImageInARegistry() {
        assertThat(CommandRun.of("scan", "alpine:3.20").err()).contains("docker save -o FILE alpine:3.20");
    }

    @Test
    void findsAFileWhoseNameHoldsColons() throws Exception {
        Path odd = Images.save(directory, "name:with:colons.tar", Images.plain().dockerArchive());
        assertThat(CommandRun.of("scan", odd).out()).startsWith("plain:1");
    }
}
