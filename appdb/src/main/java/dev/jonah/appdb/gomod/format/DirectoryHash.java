package dev.jonah.appdb.gomod.format;

import dev.jonah.value.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * The hash of a module's files, {@code h1:} (golang.org/x/mod/sumdb/dirhash): the SHA-256, in base64, of a line for
 * each file, in bytewise order of the names: the SHA-256 of its content in hexadecimal, two blanks, its name.
 */
public final class DirectoryHash {
    private static final String PREFIX = "h1:";

    private final Map<String, Digest> files = new TreeMap<>();

    /** Of no files yet. */
    public DirectoryHash() {}

    /** Adds a file; names have one character for each byte, so that their order is that of the bytes. */
    public void add(String name, Digest sha256) {
        files.put(name, sha256);
    }

    /** The hash of all files so far. */
    public String value() {
        MessageDigest digest = Digest.Algorithm.SHA256.newMessageDigest();
        files.forEach((name, sha256) ->
                digest.update((sha256.hex() + "  " + name + "\n").getBytes(StandardCharsets.ISO_8859_1)));
        return PREFIX + Base64.getEncoder().encodeToString(digest.digest());
    }

    /** Whether a text can be such a hash. */
    public static boolean isHash(String text) {
        return text.length() == PREFIX.length() + 44 && text.startsWith(PREFIX);
    }
}
