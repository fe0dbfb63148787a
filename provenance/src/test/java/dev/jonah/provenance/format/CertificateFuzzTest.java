package dev.jonah.provenance.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/** Any bytes given to the readers of certificates: a result or an {@link IOException}, in no time. */
class CertificateFuzzTest {
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] input) {
        CertificateText.read(input);
        try {
            CertificateSubject.of(input);
        } catch (IOException refused) {
            // as it should be
        }
        try {
            TrustStore.read(input);
        } catch (IOException refused) {
            // as it should be
        }
    }
}
