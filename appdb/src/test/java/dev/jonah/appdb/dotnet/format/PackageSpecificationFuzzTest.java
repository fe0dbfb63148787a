package dev.jonah.appdb.dotnet.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

class PackageSpecificationFuzzTest {
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] input) {
        try {
            assertThat(PackageSpecificationReader.read(input).dependencies().size())
                    .isLessThanOrEqualTo(input.length);
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
