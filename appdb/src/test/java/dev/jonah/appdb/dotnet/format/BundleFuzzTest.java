package dev.jonah.appdb.dotnet.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.appdb.dotnet.format.Bundle.BundledFile;
import dev.jonah.appdb.program.format.DamagedProgramException;
import dev.jonah.appdb.program.format.ProgramBytes;
import dev.jonah.testkit.MemoryBlob;
import java.io.IOException;

class BundleFuzzTest {
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] input) throws IOException {
        ProgramBytes bytes = new ProgramBytes(MemoryBlob.of(input).openChannel());
        try {
            Bundle bundle = BundleReader.read(bytes, 1);
            for (BundledFile file : bundle.files()) {
                assertThat(BundleReader.content(file, bytes).length).isLessThanOrEqualTo((int) file.size());
            }
        } catch (DamagedProgramException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }
}
