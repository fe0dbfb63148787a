package dev.jonah.sysdb.debian.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the three kinds of files about triggers. They claim no file: a package that is interested in a path makes something
 * of what lies there.
 *
 * <p>Stateless; no method closes its stream.
 */
public final class TriggersReader {
    private TriggersReader() {}

    /** Reads {@code triggers/File}: a path and the package that is interested in it. */
    public static Reading<Trigger> readFileInterests(InputStream in, Limits limits) {
        EntryCollector<Trigger> lines = new EntryCollector<>(in, limits);
        RawText line;
        while ((line = lines.next()) != null) {
            // The path may hold blanks, the name of a package none.
            String text = line.latin1();
            int blank = text.lastIndexOf(' ');
            if (blank <= 0 || blank == text.length() - 1) {
                lines.notA("a path and a package", line);
            } else {
                RawText name = RawText.ofLatin1(text.substring(0, blank));
                lines.add(new Trigger(name, List.of(text.substring(blank + 1))));
            }
        }
        return lines.reading();
    }

    /** Reads {@code triggers/Unincorp}: a trigger that was set off, and the packages that wait for it. */
    public static Reading<Trigger> readUnincorporated(InputStream in, Limits limits) {
        EntryCollector<Trigger> lines = new EntryCollector<>(in, limits);
        RawText line;
        while ((line = lines.next()) != null) {
            String[] words = line.latin1().strip().split("\\s+");
            if (words.length < 2) {
                lines.notA("a trigger and packages", line);
            } else {
                RawText name = RawText.ofLatin1(words[0]);
                lines.add(new Trigger(name, Arrays.asList(words).subList(1, words.length)));
            }
        }
        return lines.reading();
    }

    /** Reads {@code info/*.triggers}: a directive, such as {@code interest-noawait}, and a trigger. */
    public static Reading<Trigger> readDirectives(InputStream in, Limits limits) {
        EntryCollector<Trigger> lines = new EntryCollector<>(in, limits);
        RawText line;
        while ((line = lines.next()) != null) {
            String text = line.latin1();
            int comment = text.indexOf('#');
            String[] words =
                    (comment < 0 ? text : text.substring(0, comment)).strip().split("\\s+", 2);
            if (words.length == 2) {
                lines.add(new Trigger(RawText.ofLatin1(words[1]), List.of(words[0])));
            } else if (!words[0].isEmpty()) {
                lines.notA("a directive and a trigger", line);
            }
        }
        return lines.reading();
    }
}
