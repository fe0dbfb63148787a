package dev.jonah.sysdb.rpm.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.sysdb.rpm.format.RpmHeader;
import dev.jonah.sysdb.rpm.format.RpmPackage;
import dev.jonah.sysdb.rpm.format.RpmSignature;
import dev.jonah.sysdb.rpm.format.RpmTag;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyringTest {
    private static byte[] resource(String name) throws IOException {
        try (var in = KeyringTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static RpmPackage signed(String kind) throws IOException {
        return new RpmPackage(RpmHeader.read(resource(kind + "-signed.header")));
    }

    private static SignatureCheck check(Keyring keyring, RpmPackage rpm, byte[] over) {
        RpmSignature signature = rpm.signatures().get(0);
        return keyring.check(signature.packet(), over);
    }

    @ParameterizedTest
    @CsvSource({
        "rsa, RSA/SHA-512, 78daaa9e7f3993df, Jonah rsa2048 <t@example.com>",
        "eddsa, EdDSA/SHA-256, 1c535f5dec38ab0f, Jonah ed25519 <t@example.com>",
        "dsa, DSA/SHA-256, 0faa2024f1e4613c, Jonah dsa2048 <t@example.com>"
    })
    void signatureOfRpmIsValidByItsKey(String kind, String algorithm, String id, String owner) throws IOException {
        Keyring keyring = new Keyring();
        keyring.add(resource(kind + ".asc"), "a file");
        SignatureCheck check =
                check(keyring, signed(kind), signed(kind).header().immutable());
        assertThat(check.outcome()).isEqualTo(SignatureCheck.Outcome.VALID);
        assertThat(check.toString()).startsWith(algorithm + ", key " + id).endsWith(", valid, key known: a file");
        assertThat(check.key().names()).containsExactly(owner);
    }

    @Test
    void signatureOverOtherBytesIsBad() throws IOException {
        Keyring keyring = new Keyring();
        keyring.add(resource("rsa.asc"), "a file");
        byte[] bytes = signed("rsa").header().immutable();
        bytes[bytes.length - 1]++;
        assertThat(check(keyring, signed("rsa"), bytes).outcome()).isEqualTo(SignatureCheck.Outcome.BAD);
    }

    @Test
    void signatureByAnAbsentKeyIsUnknown() throws IOException {
        Keyring keyring = new Keyring();
        keyring.add(resource("dsa.asc"), "a file");
        assertThat(check(keyring, signed("rsa"), signed("rsa").header().immutable())
                        .outcome())
                .isEqualTo(SignatureCheck.Outcome.UNKNOWN_KEY);
    }

    @Test
    void packetOfNothingIsUnreadable() {
        assertThat(new Keyring().check(RawText.of(""), new byte[0]).outcome())
                .isEqualTo(SignatureCheck.Outcome.UNREADABLE);
    }

    @Test
    void damagedPacketsThrowNothing() throws IOException {
        Keyring keyring = new Keyring();
        keyring.add(resource("rsa.asc"), "a file");
        byte[] packet = signed("rsa").signatures().get(0).packet().bytes();
        byte[] over = signed("rsa").header().immutable();
        Random random = new Random(4);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = Arrays.copyOf(packet, i < packet.length ? i : packet.length);
            if (damaged.length > 0) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(keyring.check(RawText.of(damaged), over).toString()).isNotEmpty();
        }
    }

    @Test
    void damagedKeysAreRefused() throws IOException {
        byte[] header = resource("rsa-key.header");
        RawText base64 = RpmHeader.read(header).text(RpmTag.PUBKEYS);
        byte[] key = java.util.Base64.getMimeDecoder().decode(base64.bytes());
        Random random = new Random(4);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = Arrays.copyOf(key, 1 + random.nextInt(key.length));
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                new Keyring().add(damaged, "damaged");
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("key");
            }
        }
    }

    @Test
    void importedKeyIsTheOneOfTheFile() throws IOException {
        RawText base64 = RpmHeader.read(resource("rsa-key.header")).text(RpmTag.PUBKEYS);
        byte[] binary = java.util.Base64.getMimeDecoder().decode(base64.bytes());
        assertThat(new Keyring().add(binary, "x")).isEqualTo(new Keyring().add(resource("rsa.asc"), "x"));
    }

    @Test
    void severalBlocksOfOneFileAreRead() throws IOException {
        String both = new String(resource("rsa.asc"), StandardCharsets.UTF_8)
                + "\nand\n"
                + new String(resource("eddsa.asc"), StandardCharsets.UTF_8);
        assertThat(new Keyring().add(both.getBytes(StandardCharsets.UTF_8), "x"))
                .hasSize(2);
    }

    @Test
    void fileWithoutKeysIsRefused() {
        assertThatThrownBy(() -> new Keyring().add("hello".getBytes(StandardCharsets.UTF_8), "x"))
                .isInstanceOf(IOException.class)
                .hasMessage("no public key");
    }
}
