package dev.jonah.provenance.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.provenance.Certificates;
import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateSubjectTest {
    @ParameterizedTest
    @CsvSource({"first, a8b436b7, e3dc5bfe", "second, a88e4781, de432555"})
    void hashesAreThoseOfOpenssl(String name, String hash, String oldHash) throws Exception {
        assertThat(CertificateSubject.of(Certificates.der(name)))
                .isEqualTo(new CertificateSubject(hash, oldHash, "The " + name + " Root"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/CN=plain",
                "/O=  Two   Blanks  /CN=MiXeD Case",
                "/O=Größe/CN=Ünïcode ÄÖÜ",
                "/C=XX/ST=a b/L=c/O=d, e/OU=f + g/emailAddress=Root@Example.ORG",
                "/DC=org/DC=Example/serialNumber=00 1"
            })
    void hashesOfOtherSubjectsAreThoseOfOpensslToo(String subject, @TempDir Path directory) throws IOException {
        RealTool openssl = RealTool.named("openssl");
        String file = directory.resolve("x.pem").toString();
        openssl.run(
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:prime256v1",
                        "-nodes",
                        "-utf8",
                        "-keyout",
                        directory.resolve("key").toString(),
                        "-subj",
                        subject,
                        "-out",
                        file)
                .succeeded();
        List<String> expected = openssl.run("x509", "-in", file, "-noout", "-subject_hash", "-subject_hash_old")
                .succeeded()
                .lines()
                .toList();

        CertificateSubject found = CertificateSubject.of(CertificateText.read(Files.readAllBytes(Path.of(file)))
                .certificates()
                .get(0)
                .encoded()
                .bytes());

        assertThat(List.of(found.hash(), found.oldHash())).isEqualTo(expected);
    }

    @Test
    void whatEndsInsideTheSubjectIsRefused() throws Exception {
        byte[] whole = Certificates.der("first");
        for (int length = 0; length < 100; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> CertificateSubject.of(cut)).isInstanceOf(IOException.class);
        }
    }
}
