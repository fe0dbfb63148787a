package dev.jonah.sysdb.alpine.format;

/**
 * A line that is not as the format has it. It is left out of the package; the other lines are kept.
 *
 * @param line number of the line, from 1
 * @param kind what kind of problem
 * @param message what is wrong, for a person
 */
public record ApkProblem(long line, Kind kind, String message) {
    /** Kinds of problems. */
    public enum Kind {
        /** apk itself would refuse this line. */
        MALFORMED,
        /** A newer apk wrote a field or flag that this reader does not know; such a field is kept all the same. */
        UNKNOWN
    }
}
