package dev.jonah.appdb.golang.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.appdb.golang.TestBuildInfo;
import dev.jonah.appdb.program.TestElf;
import dev.jonah.appdb.program.format.ProgramBytes;
import dev.jonah.appdb.program.format.ProgramReader;
import dev.jonah.testkit.MemoryBlob;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildInfoReaderTest {
    @Test
    void stringsBehindTheHeaderAreRead() throws IOException {
        GoBuildInfo info =
                read(TestElf.usual().section(".go.buildinfo", TestBuildInfo.inline("go1.22.1", TestBuildInfo.LINES)));
        assertThat(info).isEqualTo(GoBuildInfo.parse("go1.22.1", TestBuildInfo.LINES));
        assertThat(info.dependencies()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"false,4", "false,8", "true,4", "true,8"})
    void pointersToStringsAreFollowed(boolean bigEndian, int size) throws IOException {
        TestElf elf = TestElf.of(bigEndian, size == 8);
        byte[] section = TestBuildInfo.pointers("go1.15.2", TestBuildInfo.LINES, size, bigEndian, elf.firstOffset());
        assertThat(read(elf.section(".go.buildinfo", section)))
                .isEqualTo(GoBuildInfo.parse("go1.15.2", TestBuildInfo.LINES));
    }

    @Test
    void withoutATableOfSectionsTheVariablesAreSearched() throws IOException {
        TestElf elf = TestElf.usual()
                .section(".data", new byte[300_000])
                .section(".go.buildinfo", TestBuildInfo.inline("go1.22.1", TestBuildInfo.LINES))
                .withoutTable();
        assertThat(read(elf).goVersion()).isEqualTo("go1.22.1");
    }

    @Test
    void aProgramOfAnotherLanguageHasNone() throws IOException {
        assertThat(read(TestElf.usual().section(".text", new byte[64]))).isNull();
    }

    @Test
    void onlyTheVersionMayBeKnown() throws IOException {
        GoBuildInfo info = read(TestElf.usual().section(".go.buildinfo", TestBuildInfo.inline("go1.22.1", "")));
        assertThat(info.goVersion()).isEqualTo("go1.22.1");
        assertThat(info.path()).isEmpty();
        assertThat(info.main()).isNull();
    }

    @Test
    void aLengthThatDoesNotEndIsAnError() {
        byte[] section = TestBuildInfo.inline("go1.22.1", TestBuildInfo.LINES);
        for (int i = 32; i < section.length; i++) {
            section[i] = (byte) 0xff;
        }
        assertThatThrownBy(() -> read(TestElf.usual().section(".go.buildinfo", section)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void flippedBytesGiveAResultOrAnError() {
        byte[] whole = TestElf.usual()
                .section(".go.buildinfo", TestBuildInfo.inline("go1.22.1", TestBuildInfo.LINES))
                .bytes();
        Random random = new Random(3);
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = whole.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                read(bytes);
            } catch (IOException expected) {
                assertThat(expected).hasMessageMatching("(?s).+");
            }
        }
    }

    private static GoBuildInfo read(TestElf elf) throws IOException {
        return read(elf.bytes());
    }

    private static GoBuildInfo read(byte[] file) throws IOException {
        ProgramBytes bytes = new ProgramBytes(MemoryBlob.of(file).openChannel());
        var programs = ProgramReader.read(bytes);
        return programs.isEmpty() ? null : BuildInfoReader.read(programs.get(0), bytes);
    }
}
