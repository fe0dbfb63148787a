package dev.jonah.appdb.python.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import dev.jonah.value.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class RecordReaderFuzzTest {
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] input) throws IOException {
        RecordReader reader = new RecordReader(new ByteArrayInputStream(input), Limits.defaults());
        RecordRow row;
        while ((row = reader.read()) != null) {
            assertThat(row.path().isEmpty()).isFalse();
            Digest digest = row.digest();
            assertThat(digest == null
                            || digest.hex().length() == 2 * digest.algorithm().length())
                    .isTrue();
            row.bytes();
        }
    }
}
