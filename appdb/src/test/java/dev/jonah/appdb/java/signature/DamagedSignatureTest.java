package dev.jonah.appdb.java.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.java.Zips;
import dev.jonah.appdb.java.signature.ArchiveSignature.State;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Changes a signed archive byte by byte; needs no tool. */
class DamagedSignatureTest {
    private final Map<String, byte[]> entries = entries();

    @Test
    void itIsValidUnchanged() throws IOException {
        assertThat(state()).isEqualTo(State.VALID);
    }

    @Test
    void noChangedByteOfTheSignatureFileIsOverlooked() throws IOException {
        for (int i = 0; i < bytes("META-INF/ME.SF").length; i++) {
            bytes("META-INF/ME.SF")[i] ^= 1;
            assertThat(state()).as("byte %d", i).isEqualTo(State.BROKEN);
            bytes("META-INF/ME.SF")[i] ^= 1;
        }
    }

    @Test
    void noChangedByteOfTheManifestIsOverlooked() throws IOException {
        for (int i = 0; i < bytes("META-INF/MANIFEST.MF").length; i++) {
            bytes("META-INF/MANIFEST.MF")[i] ^= 1;
            assertThat(state()).as("byte %d", i).isEqualTo(State.BROKEN);
            bytes("META-INF/MANIFEST.MF")[i] ^= 1;
        }
    }

    @Test
    void anyChangedByteOfTheSignatureGivesAResult() throws IOException {
        byte[] block = bytes("META-INF/ME.EC");
        for (int i = 0; i < block.length; i++) {
            byte change = (byte) (1 << i % 8);
            block[i] ^= change;
            assertThat(SignedJar.check(zip()).changed()).isEqualTo(Entries.NONE);
            block[i] ^= change;
        }
    }

    @Test
    void aSignatureThatIsCutOffGivesAResult() throws IOException {
        byte[] block = bytes("META-INF/ME.EC");
        for (int length = 0; length < block.length; length++) {
            entries.put("META-INF/ME.EC", Arrays.copyOf(block, length));
            assertThat(state()).as("%d bytes", length).isEqualTo(State.UNCHECKED);
        }
    }

    private State state() throws IOException {
        return SignedJar.check(zip()).state();
    }

    private byte[] bytes(String name) {
        return Objects.requireNonNull(entries.get(name), name);
    }

    private byte[] zip() {
        Zips zip = Zips.zip();
        entries.forEach(zip::bytes);
        return zip.bytes();
    }

    private static Map<String, byte[]> entries() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Zips.signed()))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }
}
