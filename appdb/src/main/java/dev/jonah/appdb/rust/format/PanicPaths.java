package dev.jonah.appdb.rust.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the crates whose source paths stand in a program, where messages of panics name them: {@code
 * …/registry/src/INDEX-HASH/CRATE-VERSION/src/…} of cargo, {@code /usr/share/cargo/registry/CRATE-VERSION/} of Debian. Not
 * every crate leaves one, and options of the compiler take them away: what is found is there, what is not found may be.
 */
public final class PanicPaths {
    private static final byte[] MARK = {'r', 'e', 'g', 'i', 's', 't', 'r', 'y', '/'};
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_PATH = 256;
    private static final int MOST = 10_000;
    private static final Pattern CRATE = Pattern.compile(
            "registry/(?:src/[A-Za-z0-9.-]{1,80}-[0-9a-f]{16}/)?([A-Za-z][A-Za-z0-9_-]{0,63})-(\\d+\\.\\d+\\.\\d+(?:[-+][0-9A-Za-z.+-]{1,40})?)/");

    private PanicPaths() {}

    /** The crates as {@code NAME VERSION}, in order. Reads to the end of {@code in}, with memory for a piece of it. */
    public static SortedSet<String> read(InputStream in) throws IOException {
        SortedSet<String> crates = new TreeSet<>();
        byte[] buffer = new byte[CHUNK + LONGEST_PATH];
        int kept = 0;
        int read;
        while (crates.size() < MOST && (read = in.readNBytes(buffer, kept, CHUNK)) > 0) {
            int filled = kept + read;
            // A path that begins in the last piece is looked at with what follows.
            int end = read < CHUNK ? filled : filled - LONGEST_PATH;
            search(buffer, end, filled, crates);
            kept = filled - end;
            System.arraycopy(buffer, end, buffer, 0, kept);
        }
        return crates;
    }

    private static void search(byte[] buffer, int end, int filled, SortedSet<String> crates) {
        // Looks at the last byte of where the mark could be and leaps, as Horspool's search does.
        for (int i = MARK.length - 1; i < filled && i - MARK.length + 1 < end; ) {
            byte last = buffer[i];
            int start = i - MARK.length + 1;
            if (last == '/' && isMark(buffer, start)) {
                int length = Math.min(LONGEST_PATH, filled - start);
                Matcher matcher = CRATE.matcher(new String(buffer, start, length, StandardCharsets.ISO_8859_1));
                if (matcher.lookingAt()) {
                    crates.add(matcher.group(1) + " " + matcher.group(2));
                }
            }
            i += leap(last);
        }
    }

    private static boolean isMark(byte[] buffer, int start) {
        for (int i = 0; i < MARK.length; i++) {
            if (buffer[start + i] != MARK[i]) {
                return false;
            }
        }
        return true;
    }

    /** How far the mark can be moved if this byte is under its end. */
    private static int leap(byte last) {
        return switch (last) {
            case 'y' -> 1;
            case 'r' -> 2;
            case 't' -> 3;
            case 's' -> 4;
            case 'i' -> 5;
            case 'g' -> 6;
            case 'e' -> 7;
            default -> MARK.length;
        };
    }
}
