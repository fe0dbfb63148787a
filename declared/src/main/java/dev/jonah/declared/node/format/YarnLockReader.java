package dev.jonah.declared.node.format;

import dev.jonah.declared.format.Findings;
import dev.jonah.diagnostic.Limits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads {@code yarn.lock}: the format of yarn 1, or the YAML of yarn 2 and newer (Berry). */
public final class YarnLockReader {
    private static final int HEAD = 4096;

    private YarnLockReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(HEAD);
        String head = new String(buffered.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        buffered.reset();
        if (head.contains("__metadata:")) {
            BerryLock.read(buffered, limits, out);
        } else {
            ClassicYarnLock.read(buffered, limits, out);
        }
    }
}
