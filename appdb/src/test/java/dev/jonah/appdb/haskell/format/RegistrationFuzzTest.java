package dev.jonah.appdb.haskell.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class RegistrationFuzzTest {
    @FuzzTest
    void anyBytesAreRead(byte[] input) throws IOException {
        Registration read = Registration.read(new ByteArrayInputStream(input), Limits.defaults());
        assertThat(read.modules().size()).isLessThanOrEqualTo(input.length);
        assertThat(read.words("depends")).doesNotContain("");
    }
}
