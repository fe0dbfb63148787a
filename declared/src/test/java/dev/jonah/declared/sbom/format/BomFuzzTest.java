package dev.jonah.declared.sbom.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Runs over the seeds beside it in every build; with {@code JAZZER_FUZZ=1} it looks for new inputs. */
class BomFuzzTest {
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] input) {
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 1 << 16).build();
        try {
            BomReader.read(new ByteArrayInputStream(input), limits, bom -> {
                if (bom.components().size() > input.length) {
                    throw new IllegalStateException(bom.components().size() + " of " + input.length + " bytes");
                }
            });
        } catch (IOException e) {
            // Refused, and said so.
        }
    }
}
