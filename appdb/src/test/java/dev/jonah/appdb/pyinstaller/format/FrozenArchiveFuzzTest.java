package dev.jonah.appdb.pyinstaller.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.appdb.program.format.DamagedProgramException;
import dev.jonah.appdb.program.format.Program;
import dev.jonah.appdb.program.format.ProgramBytes;
import dev.jonah.testkit.MemoryBlob;
import java.io.IOException;
import java.util.List;

class FrozenArchiveFuzzTest {
    private static final int MOST = 1 << 16;

    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] input) throws IOException {
        Program program = new Program(Program.Format.ELF, false, true, 0, List.of(), List.of());
        ProgramBytes bytes = new ProgramBytes(MemoryBlob.of(input).openChannel());
        try {
            FrozenArchive archive = FrozenArchiveReader.read(program, bytes);
            for (FrozenArchive.Entry entry : archive == null ? List.<FrozenArchive.Entry>of() : archive.entries()) {
                assertThat(FrozenArchiveReader.content(entry, bytes, MOST)).hasSizeLessThanOrEqualTo(MOST);
            }
        } catch (DamagedProgramException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
