package dev.jonah.appdb.program.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.program.TestElf;
import dev.jonah.testkit.MemoryBlob;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramReaderTest {
    @ParameterizedTest
    @CsvSource({"false,false", "false,true", "true,false", "true,true"})
    void sectionsAndSegmentsOfElfAreFoundInEveryOrderAndWidth(boolean bigEndian, boolean wide) throws IOException {
        TestElf elf = TestElf.of(bigEndian, wide).section(".a", new byte[3]).section(".bb", new byte[20]);
        Program program = read(elf.bytes()).get(0);
        assertThat(program.bigEndian()).isEqualTo(bigEndian);
        assertThat(program.wide()).isEqualTo(wide);
        assertThat(program.section(".bb")).isEqualTo(new Program.Part(".bb", elf.firstOffset() + 16, 20, 0, true));
        assertThat(program.data().address()).isEqualTo(TestElf.ADDRESS);
        assertThat(program.offsetOf(TestElf.ADDRESS + 7)).isEqualTo(7);
        assertThat(program.offsetOf(TestElf.ADDRESS - 1)).isEqualTo(-1);
    }

    @Test
    void withoutATableOfSectionsTheSegmentsAreThere() throws IOException {
        Program program = read(TestElf.usual()
                        .section(".a", new byte[3])
                        .withoutTable()
                        .bytes())
                .get(0);
        assertThat(program.sections()).isEmpty();
        assertThat(program.segments()).hasSize(1);
    }

    @Test
    void whatIsNoProgramGivesNone() throws IOException {
        assertThat(read(new byte[0])).isEmpty();
        assertThat(read(new byte[] {'M', 'Z', 1})).isEmpty();
        assertThat(read("#!/bin/sh\n".getBytes())).isEmpty();
        byte[] javaClass = new byte[200];
        javaClass[0] = (byte) 0xca;
        javaClass[1] = (byte) 0xfe;
        javaClass[2] = (byte) 0xba;
        javaClass[3] = (byte) 0xbe;
        javaClass[7] = 61;
        assertThat(read(javaClass)).isEmpty();
    }

    @Test
    void aHeaderThatIsCutOffIsNoProgram() throws IOException {
        assertThat(read(new byte[] {0x7f, 'E', 'L', 'F', 2, 1})).isEmpty();
    }

    @Test
    void anyBytesBehindAMagicAreSurvived() throws IOException {
        Random random = new Random(1);
        int[] magics = {0x7f454c46, 0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe, 0xcafebabe, 0x4d5a9000};
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(600)];
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(3) == 0 ? bytes[i] : (byte) random.nextInt(4);
            }
            for (int i = 0; i < Math.min(4, bytes.length); i++) {
                bytes[i] = (byte) (magics[round % magics.length] >>> 24 - 8 * i);
            }
            for (Program program : read(bytes)) {
                assertThat(program.sections()).allMatch(section -> section.size() >= 0);
            }
        }
    }

    private static List<Program> read(byte[] bytes) throws IOException {
        return ProgramReader.read(new ProgramBytes(MemoryBlob.of(bytes).openChannel()));
    }
}
