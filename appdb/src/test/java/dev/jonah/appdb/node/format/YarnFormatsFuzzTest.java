package dev.jonah.appdb.node.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

class YarnFormatsFuzzTest {
    @FuzzTest
    void anyBytesAreAMapOrNone(byte[] input) {
        try {
            assertThat(PnpMapReader.read(new ByteArrayInputStream(input)).size())
                    .isLessThanOrEqualTo(input.length);
            byte[] script = ("RAW_RUNTIME_STATE ='" + new String(input, StandardCharsets.ISO_8859_1))
                    .getBytes(StandardCharsets.ISO_8859_1);
            assertThat(PnpMapReader.read(new ByteArrayInputStream(script)).size())
                    .isLessThanOrEqualTo(input.length);
        } catch (IOException e) {
            assertThat(e).hasMessageNotContaining("\0");
        }
    }

    @FuzzTest
    void anyBytesAreALockFileOrNone(byte[] input) throws IOException {
        assertThat(YarnLockReader.read(new ByteArrayInputStream(input), Limits.defaults())
                        .size())
                .isLessThanOrEqualTo(input.length / 128);
    }
}
