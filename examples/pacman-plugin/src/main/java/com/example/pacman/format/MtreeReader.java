package com.example.pacman.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import dev.jonah.value.RawText;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an mtree as makepkg writes it by libarchive: a line for each entry, whose name holds a slash; {@code /set} and
 * {@code /unset} change what the entries after it have. Compressed by gzip or not at all. Not safe for several threads.
 */
public final class MtreeReader implements Closeable {
    private static final int MOST_KEYWORDS = 100;
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

    private final LineReader lines;
    private final Consumer<String> problems;
    private final Map<String, RawText> defaults = new HashMap<>();

    /**
     * Reads {@code in}, which {@link #close()} closes.
     *
     * @param problems takes a sentence for each line that is not understood
     * @throws IOException if the input cannot be read or begins as gzip does and is none
     */
    public MtreeReader(InputStream in, Limits limits, Consumer<String> problems) throws IOException {
        this.lines = new LineReader(uncompressed(in), limits);
        this.problems = problems;
    }

    private static InputStream uncompressed(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, 8192) : buffered;
    }

    /**
     * The next entry, or null after the last.
     *
     * @throws IOException if the input cannot be read or is longer than the limits allow
     */
    public @Nullable MtreeEntry read() throws IOException {
        RawText line;
        while ((line = lines.readLine()) != null) {
            String[] words = BLANKS.split(line.latin1().strip());
            String first = words[0];
            if (first.isEmpty() || first.startsWith("#")) {
                continue;
            }
            if (first.equals("/set")) {
                set(words, defaults);
            } else if (first.equals("/unset")) {
                unset(words);
            } else if (first.indexOf('/') > 0) {
                Map<String, RawText> keywords = new HashMap<>(defaults);
                set(words, keywords);
                return new MtreeEntry(unescape(first), keywords);
            } else {
                problem("names nothing that lies in a directory");
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void set(String[] words, Map<String, RawText> to) {
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            String keyword = equals < 0 ? words[i] : words[i].substring(0, equals);
            if (to.size() >= MOST_KEYWORDS && !to.containsKey(keyword)) {
                problem("has more than " + MOST_KEYWORDS + " keywords");
                return;
            }
            to.put(keyword, unescape(equals < 0 ? "" : words[i].substring(equals + 1)));
        }
    }

    private void unset(String[] words) {
        for (int i = 1; i < words.length; i++) {
            if (words[i].equals("all")) {
                defaults.clear();
            }
            defaults.remove(words[i]);
        }
    }

    private void problem(String what) {
        problems.accept("line " + lines.lineNumber() + " " + what);
    }

    /** Resolves what strvis(3) with {@code VIS_CSTYLE} and {@code VIS_OCTAL} makes of a byte: {@code \040}, {@code \s}. */
    private static RawText unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return RawText.ofLatin1(text);
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i++);
            if (c != '\\' || i == text.length()) {
                out.append(c);
                continue;
            }
            int digits = 0;
            int value = 0;
            while (digits < 3 && i + digits < text.length() && isOctal(text.charAt(i + digits))) {
                value = 8 * value + text.charAt(i + digits++) - '0';
            }
            int plain = "abfnrstv\\".indexOf(text.charAt(i));
            if (digits == 3 && value < 256) {
                out.append((char) value);
                i += digits;
            } else if (plain >= 0) {
                out.append("\007\b\f\n\r \t\013\\".charAt(plain));
                i++;
            } else {
                out.append(c);
            }
        }
        return RawText.ofLatin1(out.toString());
    }

    private static boolean isOctal(char c) {
        return c >= '0' && c <= '7';
    }
}
