package dev.jonah.sysdb.debian.format;

/**
 * Something in a file that is not as its format has it. The rest of the file was read all the same.
 *
 * @param line number of the line, from 1
 * @param message what is wrong with it
 */
public record Problem(long line, String message) {
    private static final int LONGEST = 120;

    /** The problem that this line is not what was expected; quotes its beginning. */
    static Problem notA(String expected, dev.jonah.value.RawText line, long number) {
        return new Problem(number, "not " + expected + ": '" + brief(line.toString()) + "'");
    }

    static String brief(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
