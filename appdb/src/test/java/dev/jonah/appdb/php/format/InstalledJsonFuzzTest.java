package dev.jonah.appdb.php.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class InstalledJsonFuzzTest {
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] input) {
        try {
            assertThat(InstalledJsonReader.read(new ByteArrayInputStream(input)).packages())
                    .hasSizeLessThanOrEqualTo(input.length);
        } catch (IOException refused) {
            assertThat(refused).isNotNull();
        }
    }
}
