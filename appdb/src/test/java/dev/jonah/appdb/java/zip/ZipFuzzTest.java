package dev.jonah.appdb.java.zip;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.testkit.MemoryBlob;
import java.io.IOException;

/** Any bytes give entries, or an error of the reader's own. */
class ZipFuzzTest {
    @FuzzTest
    void anyBytes(byte[] data) throws IOException {
        try {
            ZipArchive archive = ZipArchive.in(MemoryBlob.of(data));
            ZipCursor cursor = archive.entries();
            for (ZipEntryHead entry; (entry = cursor.next()) != null; ) {
                try (ZipEntryStream in = archive.open(entry)) {
                    in.readNBytes(1 << 16);
                } catch (DamagedZipException expected) {
                    continue;
                }
            }
        } catch (DamagedZipException expected) {
            return;
        }
    }
}
