package dev.jonah.provenance.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.value.RawText;
import java.io.IOException;

/** Any bytes given to the readers of what compilers of caches write: a result or an {@link IOException}, in no time. */
class LoaderFuzzTest {
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] input) {
        try {
            for (LoaderCache.Entry entry : LoaderCache.read(input).entries()) {
                RawText.ofLatin1(entry.path());
            }
        } catch (IOException refused) {
            // as it should be
        }
        try {
            LoaderAuxiliaryCache.read(input);
        } catch (IOException refused) {
            // as it should be
        }
        try {
            SettingsDatabase.read(input);
        } catch (IOException refused) {
            // as it should be
        }
        try {
            ConversionCache.read(input);
        } catch (IOException refused) {
            // as it should be
        }
        FontCacheHeader.read("00000000000000000000000000000000-le64.cache-7", input);
        FontCacheHeader.read("00000000000000000000000000000000-be32d4.cache-7", input);
        MimeCacheHeader.read(input, input.length);
    }
}
