package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A host key that openssh-server's script made, one half of a pair: the public key inside the private one, which is in
 * OpenSSH's own format (PROTOCOL.key), must be the one in the file beside it.
 */
final class HostKey implements Check {
    private static final LazyPattern PRIVATE = LazyPattern.of(
            "-----BEGIN OPENSSH PRIVATE KEY-----\n([A-Za-z0-9+/=\n]+)-----END OPENSSH PRIVATE KEY-----\n");
    private static final LazyPattern PUBLIC = LazyPattern.of("[a-z0-9@.-]+ ([A-Za-z0-9+/=]+)(?: [^\n]*)?\n");
    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        String path = entry.path().latin1();
        boolean isPublic = path.endsWith(".pub");
        ImagePath other = ImagePath.of(isPublic ? path.substring(0, path.length() - 4) : path + ".pub");
        FileEntry pair =
                books.tree().find(other).filter(e -> e.type().isRegular()).orElse(null);
        String own = books.text(entry);
        String its = pair == null ? null : books.text(pair);
        if (own == null || its == null || pair == null) {
            return null;
        }
        byte[] inside = inPrivate(isPublic ? its : own);
        byte[] beside = inPublic(isPublic ? own : its);
        boolean same = inside != null && beside != null && Arrays.equals(inside, beside);
        return same
                ? Finding.of(
                        "one half of a host key that was made at installation; whoever has the image has it",
                        pair.path())
                : null;
    }

    private static byte @Nullable [] inPrivate(String text) {
        Matcher matcher = PRIVATE.matcher(text);
        byte[] bytes = matcher.matches() ? decode(matcher.group(1).replace("\n", "")) : null;
        if (bytes == null || bytes.length < MAGIC.length || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).position(MAGIC.length);
        try {
            for (int skipped = 0; skipped < 3; skipped++) {
                if (string(in) == null) {
                    return null;
                }
            }
            return in.getInt() == 1 ? string(in) : null;
        } catch (BufferUnderflowException e) {
            return null;
        }
    }

    private static byte @Nullable [] inPublic(String text) {
        Matcher matcher = PUBLIC.matcher(text);
        return matcher.matches() ? decode(matcher.group(1)) : null;
    }

    private static byte @Nullable [] string(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static byte @Nullable [] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
