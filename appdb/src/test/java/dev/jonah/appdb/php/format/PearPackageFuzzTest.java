package dev.jonah.appdb.php.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class PearPackageFuzzTest {
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] input) {
        try {
            PearPackage found = PearPackageReader.read(new ByteArrayInputStream(input), Limits.defaults());
            assertThat(found.files()).allMatch(file -> file.name().length() <= input.length);
        } catch (IOException refused) {
            assertThat(refused).isNotNull();
        }
    }
}
