package dev.jonah.sysdb.alpine.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads {@code lib/apk/db/triggers}: one line a package, its identity and then globs, separated by blanks. */
public final class ApkTriggersReader {
    private ApkTriggersReader() {}

    /**
     * Every line that is not empty, malformed ones with a null {@link ApkTrigger#digest()}. Reads {@code in} to its end
     * and does not close it.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if a line or the whole is too long
     */
    public static List<ApkTrigger> readAll(InputStream in, Limits limits) throws IOException {
        LineReader lines = new LineReader(in, SmallFile.limits(limits));
        List<ApkTrigger> triggers = new ArrayList<>();
        String line;
        while ((line = lines.readText()) != null) {
            if (!line.isBlank()) {
                String[] words = line.strip().split("\\s+");
                List<String> patterns = Arrays.asList(words).subList(1, words.length);
                triggers.add(new ApkTrigger(words[0], ApkChecksum.parse(words[0]), patterns));
            }
        }
        return triggers;
    }
}
