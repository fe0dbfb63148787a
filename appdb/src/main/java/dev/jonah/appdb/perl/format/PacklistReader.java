package dev.jonah.appdb.perl.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import dev.jonah.value.RawText;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code .packlist} files line by line. Not safe for several threads. */
public final class PacklistReader implements Closeable {
    // As ExtUtils::Packlist has it: a path may hold blanks, but none before a word and an equals sign.
    private static final Pattern ATTRIBUTES = Pattern.compile(" \\w+=");

    private final LineReader lines;

    /** Reads {@code in}, which {@link #close()} closes. */
    public PacklistReader(InputStream in, Limits limits) {
        lines = new LineReader(in, limits);
    }

    /**
     * The next entry, or null after the last; empty lines are passed over.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if a line or the whole is longer than the limits allow
     */
    public @Nullable PacklistEntry read() throws IOException {
        RawText line;
        while ((line = lines.readLine()) != null) {
            String text = line.latin1();
            if (text.isBlank()) {
                continue;
            }
            Matcher matcher = ATTRIBUTES.matcher(text);
            if (!matcher.find() || matcher.start() == 0) {
                return new PacklistEntry(line, Map.of());
            }
            Map<String, String> attributes = new LinkedHashMap<>();
            for (String word : text.substring(matcher.start()).strip().split(" +")) {
                int equals = word.indexOf('=');
                if (equals > 0) {
                    attributes.putIfAbsent(word.substring(0, equals), word.substring(equals + 1));
                }
            }
            return new PacklistEntry(RawText.ofLatin1(text.substring(0, matcher.start())), attributes);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
