package dev.jonah.sysdb.debian.explain;

import dev.jonah.support.LazyPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a text, and whether they fit a pattern. */
final class Lines {
    private static final int SHORT = 1000;

    private Lines() {}

    /** The lines without their ends; what follows the last line feed is a line if it is not empty. */
    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            lines.add(text.substring(start, end));
            start = end + 1;
        }
        return lines;
    }

    /** A pattern for a whole line, in which a dot is any byte. */
    static LazyPattern pattern(String regex) {
        return LazyPattern.of(regex, Pattern.DOTALL);
    }

    /**
     * Whether the whole line fits. A pattern with a repeated group is only tried on a line that is short, since Java's
     * stack grows with every repetition, and the files that such patterns are for have short lines.
     */
    static boolean fits(LazyPattern pattern, String line) {
        return isSafe(pattern, line) && pattern.matcher(line).matches();
    }

    /** Whether the pattern may be tried on the line, as in {@link #fits}. */
    static boolean isSafe(LazyPattern pattern, String line) {
        String regex = pattern.pattern();
        return line.length() <= SHORT || !(regex.contains(")*") || regex.contains(")+"));
    }
}
