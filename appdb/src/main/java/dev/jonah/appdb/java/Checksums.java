package dev.jonah.appdb.java;

import dev.jonah.value.Digest;
import dev.jonah.value.Digest.Algorithm;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** SHA-1, which Maven repositories know archives by. */
final class Checksums {
    private Checksums() {}

    static Digest sha1(byte[] bytes) {
        return Digest.compute(Algorithm.SHA1, bytes);
    }

    /** Of all that the stream has left. */
    static Digest sha1(InputStream in) throws IOException {
        MessageDigest digest = Algorithm.SHA1.newMessageDigest();
        byte[] piece = new byte[1 << 14];
        for (int n; (n = in.read(piece)) >= 0; ) {
            digest.update(piece, 0, n);
        }
        return Digest.of(Algorithm.SHA1, digest.digest());
    }
}
