package dev.jonah.provenance;

import dev.jonah.support.LazyPattern;
import dev.jonah.support.LineReader;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What the bytes of a file must look like. */
@FunctionalInterface
interface Format {
    /** What the bytes are, for a person, or null if they are not of this format. Errors as for {@link Check#look}. */
    @Nullable
    String describe(InputStream in, Books books) throws IOException;

    /** No bytes at all. */
    static Format empty(String what) {
        return (in, books) -> in.read() < 0 ? what : null;
    }

    /** These bytes and no others. */
    static Format exactly(String what, String hex) {
        byte[] wanted = HexFormat.of().parseHex(hex);
        return (in, books) -> Arrays.equals(wanted, in.readNBytes(wanted.length + 1)) ? what : null;
    }

    /** Bytes that begin so; {@code hex} may give several beginnings, separated by blanks. */
    static Format magic(String what, String hex) {
        byte[][] magics =
                Arrays.stream(hex.split(" ")).map(HexFormat.of()::parseHex).toArray(byte[][]::new);
        int longest = Arrays.stream(magics).mapToInt(m -> m.length).max().orElse(0);
        return (in, books) -> {
            byte[] head = in.readNBytes(longest);
            return Arrays.stream(magics)
                            .anyMatch(m -> head.length >= m.length && Arrays.equals(m, 0, m.length, head, 0, m.length))
                    ? what
                    : null;
        };
    }

    /** Lines that all fit, one character a byte; none at all fit too. */
    static Format lines(String what, String regex) {
        LazyPattern pattern = LazyPattern.of(regex);
        return (in, books) -> {
            LineReader reader = new LineReader(in, books.limits());
            RawText line;
            while ((line = reader.readLine()) != null) {
                if (!pattern.matcher(line.latin1()).matches()) {
                    return null;
                }
            }
            return what;
        };
    }
}
