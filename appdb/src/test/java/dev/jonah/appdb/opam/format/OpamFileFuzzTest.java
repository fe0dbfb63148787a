package dev.jonah.appdb.opam.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class OpamFileFuzzTest {
    @FuzzTest
    void anyBytesAreReadAsFarAsTheyAreFields(byte[] input) throws IOException {
        OpamFile file = OpamFile.read(new ByteArrayInputStream(input), Limits.defaults());
        assertThat(file.fields().size()).isLessThanOrEqualTo(input.length);
        assertThat(file.texts("depends").size()).isLessThanOrEqualTo(input.length);
    }
}
