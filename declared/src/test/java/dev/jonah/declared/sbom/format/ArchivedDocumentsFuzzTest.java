package dev.jonah.declared.sbom.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.testkit.MemoryBlob;
import java.io.IOException;

class ArchivedDocumentsFuzzTest {
    private static final int MOST = 1 << 20;

    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] input) {
        try {
            ArchivedDocuments.forEach(
                    MemoryBlob.of(input).openChannel(),
                    (entry, in) -> assertThat(in.readNBytes(MOST)).isNotNull());
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotEqualTo("");
        }
    }
}
