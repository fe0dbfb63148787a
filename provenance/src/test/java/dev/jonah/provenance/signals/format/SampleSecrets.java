package dev.jonah.provenance.signals.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** Things that look like secrets and open nothing; put together here, so that no scanner finds them in the sources. */
public final class SampleSecrets {
    private SampleSecrets() {}

    private static String noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        return Base64.getEncoder().encodeToString(noise);
    }

    private static String letters(int length) {
        return noise(length * 2).replaceAll("[+/=]", "").substring(0, length);
    }

    /** A key in PEM with this algorithm, which may be empty. */
    public static String privateKey(String algorithm) {
        return "-----" + "BEGIN " + algorithm + "PRIVATE KEY-----\n" + noise(48) + "\n" + noise(48) + "\n-----" + "END "
                + algorithm + "PRIVATE KEY-----\n";
    }

    /** A personal token. */
    public static String github() {
        return "ghp" + "_" + letters(36);
    }

    /** What AWS calls an access key. */
    public static String aws() {
        return "AK" + "IA" + "QZ7TJ3MD5WX2KRB9";
    }

    /** Three parts, the first two JSON. */
    public static String jsonWebToken() {
        Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
        String header = url.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        String claims = url.encodeToString("{\"sub\":\"1234567890\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + claims + "." + letters(43);
    }

    /** A store of Java with a certificate and then an entry of kind {@code tag}: 1 is a private key. */
    public static byte[] javaKeyStore(int tag) {
        ByteBuffer out = ByteBuffer.allocate(256);
        out.putInt(0xfeedfeed).putInt(2).putInt(2);
        for (int kind : new int[] {2, tag}) {
            out.putInt(kind).putShort((short) 2).put(new byte[] {'c', 'a'}).putLong(0);
            out.putShort((short) 5)
                    .put("X.509".getBytes(StandardCharsets.US_ASCII))
                    .putInt(20)
                    .put(new byte[20]);
        }
        return out.array();
    }
}
