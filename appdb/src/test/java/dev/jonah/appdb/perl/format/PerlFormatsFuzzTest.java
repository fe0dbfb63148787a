package dev.jonah.appdb.perl.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class PerlFormatsFuzzTest {
    @FuzzTest
    void anyListIsRead(byte[] input) throws IOException {
        try (PacklistReader reader = new PacklistReader(new ByteArrayInputStream(input), Limits.defaults())) {
            for (PacklistEntry entry; (entry = reader.read()) != null; ) {
                assertThat(entry.path().isEmpty()).isFalse();
            }
        }
    }

    @FuzzTest
    void anySourceHasAVersionOrNone(byte[] input) throws IOException {
        String version = ModuleVersion.read(new ByteArrayInputStream(input), Limits.defaults());
        assertThat(version == null || Character.isDigit(version.charAt(0)) || version.startsWith("v"))
                .isTrue();
    }

    @FuzzTest
    void anyDocumentIsReadOrRefused(byte[] input) {
        try {
            InstallRecord.read(new ByteArrayInputStream(input), Limits.defaults())
                    .author();
            DistributionMetadata.read(new ByteArrayInputStream(input), Limits.defaults());
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
