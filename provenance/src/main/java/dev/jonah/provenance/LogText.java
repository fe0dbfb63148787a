package dev.jonah.provenance;

import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Text as programs log it: printable lines, none of which is what an interpreter, a loader or a login would obey. A log that
 * gzip packed is looked at through it.
 */
final class LogText implements Format {
    private static final int PIECE = 64 << 10;
    /** More is not looked at; what is that long is no log that belongs into an image. */
    private static final long MOST_BYTES = 64L << 20;

    private static final List<String> FORBIDDEN =
            List.of("<?php", "<?=", "<%", "<script", "-----BEGIN", "ssh-rsa ", "ssh-ed25519 ", "ecdsa-sha2-");

    @Override
    public @Nullable String describe(InputStream in, Books books) throws IOException {
        byte[] head = in.readNBytes(2);
        boolean packed = head.length == 2 && head[0] == 0x1f && head[1] == (byte) 0x8b;
        InputStream whole = new java.io.SequenceInputStream(new java.io.ByteArrayInputStream(head), in);
        if (!packed) {
            return isLog(whole, books) ? head.length == 0 ? "an empty log" : "a log, all of it text" : null;
        }
        return isLog(new GZIPInputStream(whole), books) ? "a packed log, all of it text" : null;
    }

    private static boolean isLog(InputStream in, Books books) throws IOException {
        byte[] piece = new byte[PIECE];
        long read = 0;
        String carried = "\n";
        int n;
        while ((n = in.readNBytes(piece, 0, PIECE)) > 0) {
            read += n;
            books.limits().check(Limits.Name.PARSER_BYTES, read, "a log");
            String text = carried + new String(piece, 0, n, java.nio.charset.StandardCharsets.ISO_8859_1);
            if (read > MOST_BYTES || !isPrintable(piece, n) || isObeyed(text, read == n)) {
                return false;
            }
            carried = text.substring(Math.max(0, text.length() - 16));
        }
        return true;
    }

    private static boolean isPrintable(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            int c = bytes[i] & 0xff;
            // Escape sequences colour the output of builds, and backspaces draw their progress.
            if (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\b' && c != 0x1b || c == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static boolean isObeyed(String text, boolean first) {
        return first && text.startsWith("#!", 1) || FORBIDDEN.stream().anyMatch(text::contains);
    }
}
