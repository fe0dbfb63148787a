package dev.jonah.appdb.brew.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class BrewFormatsFuzzTest {
    @FuzzTest
    void anyReceiptIsReadOrRefused(byte[] input) {
        try {
            assertThat(InstallReceipt.read(new ByteArrayInputStream(input), Limits.defaults()))
                    .isNotNull();
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    @FuzzTest
    void anyFormulaIsRead(byte[] input) throws IOException {
        assertThat(FormulaFacts.read(new ByteArrayInputStream(input), Limits.defaults()))
                .isNotNull();
    }
}
