package dev.jonah.appdb.program.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.appdb.golang.format.BuildInfoReader;
import dev.jonah.appdb.rust.format.AuditDataReader;
import dev.jonah.testkit.MemoryBlob;
import java.io.IOException;

/** Any bytes give a program, none, or an error of the reader's own. */
class ProgramFuzzTest {
    @FuzzTest
    void anyBytes(byte[] data) throws IOException {
        ProgramBytes bytes = new ProgramBytes(MemoryBlob.of(data).openChannel());
        for (Program program : ProgramReader.read(bytes)) {
            try {
                BuildInfoReader.read(program, bytes);
                AuditDataReader.read(program, bytes);
            } catch (DamagedProgramException expected) {
                continue;
            }
        }
    }
}
