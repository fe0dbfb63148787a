package dev.jonah.distro.detect.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class AssignmentReaderFuzzTest {
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] input) throws IOException {
        AssignmentReader reader = new AssignmentReader(new ByteArrayInputStream(input), Limits.defaults());
        Assignment next;
        long line = 0;
        while ((next = reader.read()) != null) {
            assertThat(next.line()).isGreaterThan(line);
            line = next.line();
            ReleaseLine.parse(next.value());
        }
    }
}
