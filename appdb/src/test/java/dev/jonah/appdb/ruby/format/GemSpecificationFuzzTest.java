package dev.jonah.appdb.ruby.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class GemSpecificationFuzzTest {
    @FuzzTest
    void anyBytesAreRead(byte[] input) throws IOException {
        GemSpecification found = GemSpecificationReader.read(new ByteArrayInputStream(input), Limits.defaults());
        assertThat(found.foreignLine()).isBetween(0, input.length + 1);
    }
}
