package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.support.LazyPattern;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file of commands or settings, all of which are known: lines without comments and blank lines, white space brought
 * to one form. At least one must be there.
 *
 * @param what the file, for a person
 * @param known every statement that may stand in it
 * @param comment what a comment begins with
 */
record Statements(String what, List<LazyPattern> known, LazyPattern comment) implements Check {
    /** Comments begin with a number sign. */
    static Statements of(String what, String... known) {
        return new Statements(what, patterns(known), Lines.pattern("#.*"));
    }

    /** Comments as in apt.conf(5). */
    static Statements ofApt(String what, String... known) {
        return new Statements(what, patterns(known), Lines.pattern("(?://|#).*"));
    }

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        String text = books.text(entry);
        if (text == null) {
            return null;
        }
        Set<String> statements = new TreeSet<>();
        for (String line : Lines.of(text)) {
            String stripped = line.strip().replaceAll("\\s+", " ");
            if (stripped.isEmpty() || comment.matcher(stripped).matches()) {
                continue;
            }
            if (known.stream().noneMatch(pattern -> Lines.fits(pattern, stripped))) {
                return null;
            }
            statements.add(stripped);
        }
        return statements.isEmpty() ? null : Finding.of(what + ": nothing but what it should say", entry.path());
    }

    private static List<LazyPattern> patterns(String... known) {
        return java.util.Arrays.stream(known).map(Lines::pattern).collect(Collectors.toList());
    }
}
