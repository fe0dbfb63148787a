package dev.jonah.appdb.r.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class RFormatsFuzzTest {
    @FuzzTest
    void anyDescriptionIsRead(byte[] input) throws IOException {
        PackageDescription read = PackageDescription.read(new ByteArrayInputStream(input), Limits.defaults());
        assertThat(read == null || read.list("Imports").size() <= input.length).isTrue();
    }

    @FuzzTest
    void anyListOfChecksumsIsRead(byte[] input) throws IOException {
        ChecksumList list = ChecksumList.read(new ByteArrayInputStream(input), Limits.defaults());
        assertThat(list.digests().size() + list.malformed()).isLessThanOrEqualTo(input.length);
    }
}
