package dev.jonah.appdb.python.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

class BytecodeFuzzTest {
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] input) {
        BytecodeHeader header = BytecodeHeader.read(input);
        if (header != null) {
            try {
                CodeSummary.read(header.python(), input, header.length());
            } catch (IOException malformed) {
                // the answer to nearly everything
            }
        }
    }
}
