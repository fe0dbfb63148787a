package dev.jonah.appdb.julia.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class ProjectFileFuzzTest {
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] input) {
        try {
            assertThat(ProjectFile.read(new ByteArrayInputStream(input), Limits.defaults()))
                    .isNotNull();
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
