package dev.jonah.provenance.signals.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No content makes a reader of this package fail, or take long. */
class HostileContentTest {
    private static void readAll(byte[] bytes) {
        ProgramHeader.of(bytes);
        ElfHeader.of(bytes);
        ContentKind.of(bytes);
        KeyStore.holdsPrivateKey(bytes);
        SecretScanner.scan(bytes);
        for (CredentialFile kind : CredentialFile.values()) {
            kind.find(bytes);
        }
    }

    @FuzzTest
    void anyBytes(byte[] bytes) {
        readAll(bytes);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void endlessRepetition() {
        for (String text : new String[] {
            "a",
            " ",
            "\n",
            "-",
            "-----BEGIN ",
            "-----BEGIN RSA PRIVATE KEY-----",
            "eyJhbGciOi",
            "eyJhbGciOi.",
            "password ",
            "_PASSWORD",
            "https://a:",
            "a:b:c:d:e",
            "\"auth\":\"",
            "<password>",
            "x@",
            "$apr1$"
        }) {
            readAll(text.repeat(400_000 / text.length()).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void headersCutAnywhereAndWithAnyByte() {
        byte[] store = SampleSecrets.javaKeyStore(1);
        byte[] elf = new byte[200];
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 0, elf, 0, 7);
        Random random = new Random(3);
        for (byte[] whole : new byte[][] {store, elf}) {
            for (int i = 0; i < 3000; i++) {
                byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
                for (int n = 0; n < 6 && damaged.length > 8; n++) {
                    damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt(256);
                }
                readAll(damaged);
            }
        }
    }

    @Test
    void aKeyStoreTellsByItsEntries() {
        assertThat(KeyStore.holdsPrivateKey(SampleSecrets.javaKeyStore(1))).isTrue();
        assertThat(KeyStore.holdsPrivateKey(SampleSecrets.javaKeyStore(2))).isFalse();
    }
}
