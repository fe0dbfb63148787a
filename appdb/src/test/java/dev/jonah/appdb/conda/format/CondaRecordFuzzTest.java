package dev.jonah.appdb.conda.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class CondaRecordFuzzTest {
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] data) throws IOException {
        CondaRecordReader.read(new ByteArrayInputStream(data));
        try (HistoryReader reader = new HistoryReader(new ByteArrayInputStream(data), Limits.defaults())) {
            while (reader.read() != null) {
                // Each line is read for its own sake.
            }
        } catch (LimitExceededException e) {
            // Told to whoever reads.
        }
    }
}
