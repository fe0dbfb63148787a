package dev.jonah.inspector.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
    private static byte[] at(int offset, String magic) {
        byte[] head = new byte[Signature.HEAD];
        byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, head, offset, bytes.length);
        return head;
    }

    @ParameterizedTest
    @CsvSource({
        "32, SIF_MAGIC, a SIF image",
        "0, hsqs, a squashfs",
        "0, 070701, a cpio archive",
        "0, LZIP, compressed with lzip",
        "32769, CD001, an ISO 9660 image"
    })
    void aKnownFormatIsNamed(int offset, String magic, String name) {
        assertThat(Signature.nameOf(at(offset, magic))).isEqualTo(name);
    }

    @Test
    void theFrameOfLz4IsNamed() {
        assertThat(Signature.nameOf(new byte[] {4, 0x22, 0x4d, 0x18, 0x60})).isEqualTo("compressed with lz4");
    }

    @Test
    void ofAShortHeadOnlyWhatIsThereIsLookedAt() {
        assertThat(Signature.nameOf("hsq".getBytes(StandardCharsets.US_ASCII))).isNull();
        assertThat(Signature.nameOf(new byte[0])).isNull();
    }
}
