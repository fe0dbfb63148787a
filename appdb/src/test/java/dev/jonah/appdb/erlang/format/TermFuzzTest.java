package dev.jonah.appdb.erlang.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class TermFuzzTest {
    @FuzzTest
    void anyBytesAreReadAsFarAsTheyAreTerms(byte[] input) throws IOException {
        TermReader.Result read = TermReader.read(new ByteArrayInputStream(input), Limits.defaults());
        assertThat(read.terms().size()).isLessThanOrEqualTo(input.length);
        ApplicationResource.of(read.terms());
        ReleaseResource.of(read.terms());
        HexMetadata.of(read.terms());
    }
}
