package dev.jonah.appdb.java.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.appdb.program.format.DamagedProgramException;
import dev.jonah.appdb.program.format.ProgramBytes;
import dev.jonah.testkit.MemoryBlob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Any bytes give what the readers of this package read, or an error of the reader's own. */
class JavaFormatsFuzzTest {
    @FuzzTest
    void anyContainer(byte[] data) throws IOException {
        try {
            RuntimeImageReader.read(new ProgramBytes(MemoryBlob.of(data).openChannel()));
        } catch (DamagedProgramException expected) {
            return;
        }
    }

    @FuzzTest
    void anyText(byte[] data) {
        ManifestReader.read(data);
        PomPropertiesReader.read(data);
        QuarkusIndexReader.read(data);
        ArchiveName.of(new String(data, StandardCharsets.ISO_8859_1));
        try {
            PomReader.read(data);
            ModuleInfoReader.read(data);
        } catch (IOException expected) {
            return;
        }
    }
}
