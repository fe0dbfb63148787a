package dev.jonah.appdb.ruby.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class GemArchiveFuzzTest {
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] input) {
        try {
            assertThat(GemArchiveReader.read(new ByteArrayInputStream(input), Limits.defaults())
                            .files())
                    .allMatch(file -> file.size() >= 0);
        } catch (IOException refused) {
            assertThat(refused).isNotNull();
        }
    }
}
