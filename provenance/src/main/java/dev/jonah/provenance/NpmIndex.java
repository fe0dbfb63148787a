package dev.jonah.provenance;

import dev.jonah.support.LineReader;
import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An index file of npm's cache (cacache): each line is the SHA-1 of a record, a tab, and the record, which is JSON. */
final class NpmIndex implements Format {
    @Override
    public @Nullable String describe(InputStream in, Books books) throws IOException {
        LineReader reader = new LineReader(in, books.limits());
        RawText line;
        int count = 0;
        while ((line = reader.readLine()) != null) {
            if (line.isEmpty()) {
                continue;
            }
            String text = line.latin1();
            int tab = text.indexOf('\t');
            if (tab != 40 || text.length() < 43 || text.charAt(41) != '{') {
                return null;
            }
            byte[] bytes = line.bytes();
            byte[] json = Arrays.copyOfRange(bytes, tab + 1, bytes.length);
            if (!Digest.compute(Digest.Algorithm.SHA1, json).hex().equals(text.substring(0, tab))) {
                return null;
            }
            count++;
        }
        return count == 0 ? null : "index of npm's cache, " + count + " records with their checksums";
    }
}
