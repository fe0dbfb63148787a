package dev.jonah.appdb.conda.format;

/**
 * A line of {@code conda-meta/history}.
 *
 * @param kind what it tells
 * @param text the time, the comment without its sign, or the package as written: {@code
 *     conda-forge/linux-64::zlib-1.3-hd590300_0}
 */
public record HistoryLine(Kind kind, String text) {
    /** What a line tells. */
    public enum Kind {
        /** Another run begins: {@code ==> 2024-05-01 12:00:00 <==}. */
        RUN,
        /** The command, the version of conda, what was asked for. */
        COMMENT,
        /** A package that came. */
        ADDED,
        /** A package that went. */
        REMOVED,
        /** A package that is there, in lists that conda began with. */
        LISTED
    }
}
