package dev.jonah.appdb.dotnet.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class DependencyManifestFuzzTest {
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] input) {
        try {
            DependencyManifest manifest =
                    DependencyManifestReader.read(new ByteArrayInputStream(input), Limits.defaults());
            assertThat(manifest == null || manifest.libraries().size() <= input.length)
                    .isTrue();
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    @FuzzTest
    void anyConfigurationIsReadOrRefused(byte[] input) {
        try {
            assertThat(RuntimeConfiguration.read(new ByteArrayInputStream(input), Limits.defaults()))
                    .isNotNull();
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
