package dev.jonah.appdb.java.signature;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Set;
import java.util.TreeSet;

/** Any bytes give a message, sections and an answer, or an error of the reader's own. */
class SignatureFuzzTest {
    @FuzzTest
    void anyMessage(byte[] data) {
        try {
            SignedMessage message = SignedMessage.read(data);
            for (SignerInfo signer : message.signers()) {
                SignerCheck check = new SignerCheck(message, signer);
                check.problem(check.certificate(), data);
                byte[] timestamp = signer.timestamp();
                if (timestamp != null) {
                    Timestamp.read(timestamp, signer.signature());
                }
            }
        } catch (DamagedSignatureException expected) {
            return;
        }
    }

    @FuzzTest
    void anyManifest(byte[] data) {
        Set<String> weak = new TreeSet<>();
        try {
            Sections sections = new Sections(data);
            SignatureFile file = new SignatureFile(data, data, weak);
            file.hasMainAttributes(sections);
            for (String name : file.names()) {
                file.agrees(name, sections.named.get(name));
            }
        } catch (DamagedSignatureException expected) {
            return;
        }
    }
}
