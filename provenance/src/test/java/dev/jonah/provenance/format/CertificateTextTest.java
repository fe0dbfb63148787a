package dev.jonah.provenance.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.provenance.Certificates;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTextTest {
    @Test
    void commentsAndBlankLinesAreNoMatter() throws Exception {
        CertificateText text =
                read("# The first\n\n" + Certificates.pem("first") + "\r\n" + Certificates.pem("second"));

        assertThat(text.plain()).isTrue();
        assertThat(text.certificates())
                .extracting(item -> item.encoded().bytes())
                .containsExactly(Certificates.der("first"), Certificates.der("second"));
    }

    @Test
    void settingsOfTrustBehindACertificateAreLeftOut() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Certificates.der("first"));
        bytes.writeBytes(new byte[] {0x30, 3, 0x0c, 1, 'x'});
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes.toByteArray());

        CertificateText text =
                read("-----BEGIN TRUSTED CERTIFICATE-----\n" + body + "\n-----END TRUSTED CERTIFICATE-----\n");

        assertThat(text.plain()).isTrue();
        assertThat(text.certificates().get(0).encoded().bytes()).isEqualTo(Certificates.der("first"));
    }

    @Test
    void distrustInASectionOfP11KitIsOfThatSectionAlone() {
        CertificateText text = read("[p11-kit-object-v1]\nlabel: \"a\"\n" + Certificates.pem("first")
                + "x-distrusted: true\n\n[p11-kit-object-v1]\ntrusted: true\n" + Certificates.pem("second"));

        assertThat(text.certificates())
                .extracting(CertificateText.Item::distrusted)
                .containsExactly(true, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm -rf /\n",
                "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n",
                "-----BEGIN CERTIFICATE-----\n%%%\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\nMAA=\n"
            })
    void whatIsNoCertificateMakesAFileThatIsNotPlain(String other) {
        CertificateText text = read(Certificates.pem("first") + other);

        assertThat(text.plain()).isFalse();
        assertThat(text.certificates()).hasSize(1);
    }

    private static CertificateText read(String text) {
        return CertificateText.read(text.getBytes(StandardCharsets.US_ASCII));
    }
}
