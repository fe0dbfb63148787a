package dev.jonah.sysdb.debian.explain;

import dev.jonah.support.BoundedInput;
import dev.jonah.support.LazyPattern;
import dev.jonah.support.LineReader;
import dev.jonah.support.StanzaReader;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
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

    /** Bytes that begin so; {@code hex} may give several beginnings of one length, separated by blanks. */
    static Format magic(String what, String hex) {
        byte[][] magics =
                Arrays.stream(hex.split(" ")).map(HexFormat.of()::parseHex).toArray(byte[][]::new);
        return (in, books) -> {
            byte[] head = in.readNBytes(magics[0].length);
            return Arrays.stream(magics).anyMatch(magic -> Arrays.equals(magic, head)) ? what : null;
        };
    }

    /** Lines that all fit, one character a byte; none at all fit too. */
    static Format lines(String what, String regex) {
        LazyPattern pattern = Lines.pattern(regex);
        return (in, books) -> {
            LineReader reader = new LineReader(in, books.limits());
            RawText line;
            while ((line = reader.readLine()) != null) {
                if (!Lines.fits(pattern, line.latin1())) {
                    return null;
                }
            }
            return what;
        };
    }

    /** Lines of which the first fits one pattern and the others another; at least one. */
    static Format lines(String what, String first, String others) {
        LazyPattern one = Lines.pattern(first);
        LazyPattern other = Lines.pattern(others);
        return (in, books) -> {
            LineReader reader = new LineReader(in, books.limits());
            RawText line = reader.readLine();
            if (line == null || !Lines.fits(one, line.latin1())) {
                return null;
            }
            while ((line = reader.readLine()) != null) {
                if (!Lines.fits(other, line.latin1())) {
                    return null;
                }
            }
            return what;
        };
    }

    /** Text without other control characters than terminals are told, in which at least one line fits. */
    static Format log(String what, String mark) {
        LazyPattern marked = Lines.pattern(mark);
        LazyPattern printed = Lines.pattern("[^\\x00-\\x07\\x0e-\\x1a\\x7f]*");
        return (in, books) -> {
            LineReader reader = new LineReader(in, books.limits());
            boolean found = false;
            RawText line;
            while ((line = reader.readLine()) != null) {
                if (!printed.matcher(line.latin1()).matches()) {
                    return null;
                }
                found |= Lines.fits(marked, line.latin1());
            }
            return found ? what : null;
        };
    }

    /** deb822 stanzas that all have these fields, and no others than those that fit. */
    static Format stanzas(String what, String required, String allowed) {
        LazyPattern names = LazyPattern.of(allowed, Pattern.CASE_INSENSITIVE);
        String[] needed = required.split(" ");
        return (in, books) -> {
            StanzaReader reader = new StanzaReader(in, books.limits(), false);
            StanzaReader.Stanza stanza;
            int count = 0;
            while ((stanza = reader.read()) != null) {
                boolean wrong = !stanza.malformed().isEmpty()
                        || stanza.fields().stream()
                                .anyMatch(f -> !names.matcher(f.name()).matches());
                for (String name : needed) {
                    wrong |= stanza.text(name) == null;
                }
                if (wrong) {
                    return null;
                }
                count++;
            }
            return what + " (" + count + " records)";
        };
    }

    /** The same format, compressed with gzip. */
    default Format gzipped() {
        return (in, books) -> {
            byte[] magic = in.readNBytes(2);
            if (magic.length < 2 || magic[0] != 0x1f || magic[1] != (byte) 0x8b) {
                return null;
            }
            InputStream whole = new java.io.SequenceInputStream(new java.io.ByteArrayInputStream(magic), in);
            return describe(new BoundedInput(new GZIPInputStream(whole), books.limits(), "decompressed bytes"), books);
        };
    }
}
