package dev.jonah.appdb.dotnet.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.appdb.program.format.DamagedProgramException;
import dev.jonah.appdb.program.format.Program;
import dev.jonah.appdb.program.format.ProgramBytes;
import dev.jonah.appdb.program.format.ProgramReader;
import dev.jonah.testkit.MemoryBlob;
import java.io.IOException;

class HostProgramFuzzTest {
    @FuzzTest
    void anyProgramIsAHostOrNot(byte[] input) throws IOException {
        ProgramBytes bytes = new ProgramBytes(MemoryBlob.of(input).openChannel());
        try {
            for (Program program : ProgramReader.read(bytes)) {
                HostProgram host = new HostProgram(program, bytes);
                host.isFollowed();
                assertThat(host.tableOffset()).isGreaterThanOrEqualTo(-1);
                host.starts("App.dll");
                String version = FileVersionReader.read(program, bytes);
                assertThat(version == null || version.matches("\\d+(\\.\\d+){3}"))
                        .isTrue();
            }
        } catch (DamagedProgramException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
