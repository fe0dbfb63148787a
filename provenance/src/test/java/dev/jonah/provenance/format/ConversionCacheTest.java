package dev.jonah.provenance.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jonah.provenance.CompiledFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConversionCacheTest {
    @Test
    void modulesAndStepsAreNamedAndWhatIsBuiltInIsNot() throws IOException {
        byte[] file = CompiledFiles.conversions("/usr/lib/gconv/", "A.so", "B.so");

        assertThat(ConversionCache.read(file).modules()).containsExactly("/usr/lib/gconv/A.so", "/usr/lib/gconv/B.so");
    }

    @Test
    void whatIsCutOffInTheMiddleIsRefused() {
        byte[] file = CompiledFiles.conversions("/usr/lib/gconv/", "A.so", "B.so");
        for (int length : new int[] {0, 3, 13, 20, file.length - 20, file.length - 1}) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> ConversionCache.read(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void everyModuleOfARealCacheIsThere() throws IOException {
        Path directory = Path.of("/usr/lib/x86_64-linux-gnu/gconv");
        Path cache = directory.resolve("gconv-modules.cache");
        assumeTrue(Files.isReadable(cache), "skipped: this system has no cache of iconv");

        assertThat(ConversionCache.read(Files.readAllBytes(cache)).modules())
                .hasSizeGreaterThan(50)
                .allSatisfy(module -> assertThat(directory.resolve(module)).exists());
    }
}
