package dev.jonah.appdb.java.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.java.signature.ArchiveSignature.State;
import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares with {@code jarsigner -verify} over archives that it signed, as they are and changed afterwards. */
class JarsignerTest {
    @TempDir
    static Path store;

    static Keys keys;

    @TempDir
    Path directory;

    @BeforeAll
    static void makeKeys() throws IOException {
        keys = new Keys(store.resolve("keys"))
                .with("rsa", "-keyalg", "RSA", "-keysize", "2048")
                .with("pss", "-keyalg", "RSASSA-PSS", "-keysize", "2048")
                .with("dsa", "-keyalg", "DSA", "-keysize", "2048")
                .with("ec", "-keyalg", "EC", "-groupname", "secp521r1")
                .with("ed25519", "-keyalg", "Ed25519");
    }

    @ParameterizedTest
    @CsvSource({
        "rsa, SHA512withRSA, SHA-512",
        "rsa, RSASSA-PSS, SHA-256",
        "pss, RSASSA-PSS, SHA-384",
        "dsa, SHA256withDSA, SHA-256",
        "ec, SHA384withECDSA, SHA3-256",
        "ed25519, Ed25519, SHA-256"
    })
    void everyAlgorithmIsChecked(String key, String signature, String digest) throws IOException {
        SignedJar jar = new SignedJar(directory, keys).sign(key, "-sigalg", signature, "-digestalg", digest);
        assertThat(jar.verifiedByJarsigner().succeeded()).contains("jar verified.");
        ArchiveSignature found = jar.check();
        assertThat(found.state()).as("%s", found).isEqualTo(State.VALID);
        assertThat(found.signed()).isEqualTo(3);
        assertThat(found.weak()).isEmpty();
        assertThat(found.signers()).singleElement().satisfies(signer -> {
            assertThat(signer.algorithm()).isEqualTo(signature);
            assertThat(signer.certificate().getSubjectX500Principal().getName()).isEqualTo("CN=" + key);
        });
    }

    @ParameterizedTest
    @CsvSource({"MD5withRSA, MD5, 'MD5,MD5withRSA'", "SHA1withRSA, SHA-1, 'SHA-1,SHA1withRSA'"})
    void weakAlgorithmsAreCheckedAndNamed(String signature, String digest, String weak) throws IOException {
        SignedJar jar = new SignedJar(directory, keys).sign("rsa", "-sigalg", signature, "-digestalg", digest);
        // MD5 is disabled in every JDK; SHA-1 only in later ones.
        assertThat(jar.verifiedByJarsigner().output()).containsIgnoringCase("weak");
        assertThat(jar.check().state()).isEqualTo(State.VALID);
        assertThat(jar.check().weak()).containsExactly(weak.split(","));
    }

    @Test
    void aChangedEntryBreaksIt() throws IOException {
        SignedJar jar = signed().with("a/A.class", "0ne");
        assertThat(jar.verifiedByJarsigner()).satisfies(run -> {
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.output()).contains("digest error for a/A.class");
        });
        assertThat(jar.check().state()).isEqualTo(State.BROKEN);
        assertThat(jar.check().changed()).hasToString("a/A.class");
    }

    @Test
    void anAddedEntryIsNamed() throws IOException {
        SignedJar jar = signed().with("a/Evil.class", "x");
        assertThat(jar.verifiedByJarsigner().succeeded()).contains("contains unsigned entries");
        assertThat(jar.check().state()).isEqualTo(State.INCOMPLETE);
        assertThat(jar.check().unsigned()).hasToString("a/Evil.class");
    }

    @Test
    void anEntryThatTheManifestWasExtendedByIsNotSigned() throws IOException {
        String section = "Name: a/Evil.class\r\nSHA-256-Digest: LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=\r\n\r\n";
        SignedJar jar = signed().with("a/Evil.class", "x");
        String manifest = new String(jar.entries().get("META-INF/MANIFEST.MF"), StandardCharsets.UTF_8);
        jar.with("META-INF/MANIFEST.MF", manifest + section);
        assertThat(jar.verifiedByJarsigner().succeeded()).contains("contains unsigned entries");
        assertThat(jar.check().state()).isEqualTo(State.INCOMPLETE);
        assertThat(jar.check().unsigned()).hasToString("a/Evil.class");
    }

    @Test
    void aRemovedEntryIsNamed() throws IOException {
        SignedJar jar = signed().without("a/B.class");
        // It does not tell; the manifest does.
        assertThat(jar.verifiedByJarsigner().succeeded()).contains("jar verified.");
        assertThat(jar.check().state()).isEqualTo(State.INCOMPLETE);
        assertThat(jar.check().missing()).hasToString("a/B.class");
    }

    @Test
    void aChangedMainSectionBreaksIt() throws IOException {
        SignedJar jar = signed().replaced("META-INF/MANIFEST.MF", "Main-Class: a.A", "Main-Class: a.B");
        assertThat(jar.verifiedByJarsigner().output())
                .contains("Invalid signature file digest for Manifest main attrib");
        assertThat(jar.check().state()).isEqualTo(State.BROKEN);
        assertThat(jar.check().wrong()).hasSize(1);
    }

    @Test
    void aChangedSectionBreaksIt() throws IOException {
        SignedJar jar = signed().replaced("META-INF/MANIFEST.MF", "Name: a/A.class\r\n", "Name: a/A.class\r\nX: y\r\n");
        assertThat(jar.verifiedByJarsigner().output()).contains("nvalid").contains("a/A.class");
        assertThat(jar.check().changed()).hasToString("a/A.class");
    }

    @Test
    void aChangedSignatureFileBreaksIt() throws IOException {
        SignedJar jar = signed().replaced("META-INF/RSA.SF", "Created-By", "Greated-By");
        assertThat(jar.verifiedByJarsigner().status()).isEqualTo(1);
        assertThat(jar.check().state()).isEqualTo(State.BROKEN);
        assertThat(jar.check().signers()).isEmpty();
    }

    @Test
    void aSignatureFileAloneSignsNothing() throws IOException {
        SignedJar jar = signed().without("META-INF/RSA.RSA");
        assertThat(jar.verifiedByJarsigner().output()).contains("treated as unsigned");
        assertThat(jar.check().state()).isEqualTo(State.UNCHECKED);
    }

    @Test
    void whatASecondSignerAddsIsSignedByOne() throws IOException {
        SignedJar jar = signed().with("a/C.class", "x").sign("ec");
        assertThat(jar.verifiedByJarsigner().succeeded()).contains("jar verified.");
        assertThat(jar.check().state()).isEqualTo(State.VALID);
        assertThat(jar.check().signers())
                .extracting(Signer::block)
                .containsExactlyInAnyOrder("META-INF/RSA.RSA", "META-INF/EC.EC");
    }

    @Test
    void theTimeOfATimestampIsRead() throws Exception {
        RealTool openssl = RealTool.named("openssl");
        try (TimestampServer server = new TimestampServer(directory, openssl)) {
            SignedJar jar = new SignedJar(directory, keys).sign("rsa", "-tsa", server.address());
            assertThat(jar.check().state()).as("%s", jar.check()).isEqualTo(State.VALID);
            assertThat(jar.check().signers()).singleElement().satisfies(signer -> {
                assertThat(signer.time()).isBetween(server.started(), Instant.now());
                assertThat(signer.authority()).isNotNull();
                assertThat(signer.authority().getSubjectX500Principal().getName())
                        .isEqualTo("CN=clock");
            });
        }
    }

    @Test
    void aSignatureOfIndefiniteLengthIsRead() throws IOException {
        RealTool openssl = RealTool.named("openssl");
        SignedJar jar = signed();
        Path file = directory.resolve("RSA.SF");
        Files.write(file, jar.entries().get("META-INF/RSA.SF"));
        String key = directory.resolve("key.pem").toString();
        String certificate = directory.resolve("certificate.pem").toString();
        String block = directory.resolve("RSA.RSA").toString();
        openssl.run(
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-subj",
                        "/CN=other",
                        "-keyout",
                        key,
                        "-out",
                        certificate)
                .succeeded();
        openssl.run(
                        "cms",
                        "-sign",
                        "-binary",
                        "-in",
                        "" + file,
                        "-signer",
                        certificate,
                        "-inkey",
                        key,
                        "-outform",
                        "DER",
                        "-stream",
                        "-md",
                        "sha384",
                        "-out",
                        block)
                .succeeded();
        byte[] message = Files.readAllBytes(Path.of(block));
        assertThat(message).startsWith(0x30, 0x80);
        jar.with("META-INF/RSA.RSA", message);
        assertThat(jar.verifiedByJarsigner().succeeded()).contains("jar verified.");
        assertThat(jar.check().state()).as("%s", jar.check()).isEqualTo(State.VALID);
        assertThat(jar.check().signers()).extracting(Signer::algorithm).containsExactly("SHA384withRSA");
    }

    private SignedJar signed() throws IOException {
        return new SignedJar(directory, keys).sign("rsa");
    }
}
