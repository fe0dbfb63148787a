package dev.jonah.appdb.java.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads which archives a Quarkus application has, from the {@code quarkus/quarkus-application.dat} that its launcher reads.
 * What stands between their paths changes with the versions of Quarkus, so the paths are told by their form: a length of two
 * bytes, then a path of this layout.
 */
public final class QuarkusIndexReader {
    private static final int MAGIC = 0xf0315432;
    private static final int HEADER = 8;
    private static final int LONGEST = 300;
    private static final Pattern PATH =
            Pattern.compile("(lib/(main|boot|deployment)|app|quarkus)/[^/\\x00-\\x1f]+\\.jar");

    private QuarkusIndexReader() {}

    /** The paths, relative to the directory of the application, in their order; none if this is no such file. */
    public static List<String> read(byte[] bytes) {
        List<String> paths = new ArrayList<>();
        int at = HEADER;
        boolean right = bytes.length > HEADER && (number(bytes, 0) << 16 | number(bytes, 2)) == MAGIC;
        while (right && at + 2 < bytes.length) {
            int length = number(bytes, at);
            byte first = bytes[at + 2];
            boolean possible = length < LONGEST && at + 2 + length <= bytes.length;
            if (possible && (first == 'l' || first == 'a' || first == 'q')) {
                String path = new String(bytes, at + 2, length, StandardCharsets.UTF_8);
                if (PATH.matcher(path).matches()) {
                    paths.add(path);
                    at += length + 1;
                }
            }
            at++;
        }
        return paths;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
