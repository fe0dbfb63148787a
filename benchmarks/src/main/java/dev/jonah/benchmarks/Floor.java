package dev.jonah.benchmarks;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The least that a reader of images must do: read the archive once, decompress every layer and take its SHA-256. One
 * thread, and nothing of Jonah in it. Prints the digests of the uncompressed layers in the order of the archive, each
 * stored layer once; what is a layer shows in its first bytes.
 */
public final class Floor {
    private static final int BUFFER = 256 * 1024;
    private static final int BLOCK = 512;

    private Floor() {}

    /** Takes the path of an image archive, OCI or docker-archive, itself compressed or not. */
    public static void main(String[] arguments) throws IOException {
        run(arguments[0], System.out);
    }

    private static void run(String archive, PrintStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream file = new FileInputStream(archive);
                TarArchiveInputStream members = new TarArchiveInputStream(decompressed(file))) {
            TarArchiveEntry member;
            while ((member = members.getNextEntry()) != null) {
                if (member.isFile()) {
                    String digest = digestOfLayer(members, buffer);
                    if (digest != null) {
                        out.println(digest);
                    }
                }
            }
        }
    }

    private static @Nullable String digestOfLayer(InputStream member, byte[] buffer) throws IOException {
        // Not closed: that would close the archive.
        InputStream bytes = decompressed(member);
        int n = bytes.readNBytes(buffer, 0, BLOCK);
        if (!isTar(buffer, n)) {
            return null;
        }
        MessageDigest digest = sha256();
        for (; n > 0; n = bytes.read(buffer)) {
            digest.update(buffer, 0, n);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static InputStream decompressed(InputStream stored) throws IOException {
        BufferedInputStream in = new BufferedInputStream(stored, BUFFER);
        in.mark(BUFFER);
        byte[] head = in.readNBytes(4);
        in.reset();
        String magic = HexFormat.of().formatHex(head);
        if (magic.startsWith("1f8b")) {
            return new GZIPInputStream(in, BUFFER);
        } else if (magic.equals("28b52ffd")) {
            return new ZstdInputStream(in);
        } else if (magic.equals("fd377a58")) {
            return XZCompressorInputStream.builder()
                    .setInputStream(in)
                    .setDecompressConcatenated(true)
                    .get();
        } else if (magic.startsWith("425a68")) {
            return new BZip2CompressorInputStream(in, true);
        }
        return in;
    }

    /** Whether a header of ustar, GNU or v7 tar begins here, or the zeros of an empty archive. */
    private static boolean isTar(byte[] head, int length) {
        if (length < BLOCK) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            // The sum is taken with blanks in its own field.
            sum += i >= 148 && i < 156 ? ' ' : head[i] & 0xff;
        }
        if (sum == 8 * ' ') {
            return true;
        }
        int stored = 0;
        for (int i = 148; i < 156; i++) {
            if (head[i] >= '0' && head[i] <= '7') {
                stored = stored * 8 + head[i] - '0';
            } else if (head[i] != ' ') {
                break;
            }
        }
        return sum == stored;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException("no SHA-256 in this JDK", e));
        }
    }
}
