package dev.jonah.appdb.php.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class PhpDataFuzzTest {
    @FuzzTest
    void anyBytesAreDataOrRefused(byte[] input) {
        try {
            assertThat(PhpDataReader.readPaths(new ByteArrayInputStream(input), Limits.defaults()))
                    .allMatch(path -> path.latin1().startsWith("{$"));
        } catch (IOException refused) {
            assertThat(refused).isNotNull();
        }
    }
}
