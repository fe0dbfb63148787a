package dev.jonah.sysdb.rpm.format;

/** What became of a file at installation: the values of {@link RpmTag#FILESTATES}. */
public enum RpmFileState {
    /** Installed. */
    NORMAL,
    /** Another package's file stands at its path. */
    REPLACED,
    /** Left out: documentation or a language that nobody wants. */
    NOT_INSTALLED,
    /** Left to somebody else, since its path is on a shared file system. */
    NET_SHARED,
    /** The file of the other word length was preferred. */
    WRONG_COLOR,
    /** Nothing is recorded, as for packages that are not installed. */
    UNKNOWN;

    static RpmFileState of(long number) {
        return switch ((int) Math.min(number, 255)) {
            case 0 -> NORMAL;
            case 1 -> REPLACED;
            case 2 -> NOT_INSTALLED;
            case 3 -> NET_SHARED;
            case 4 -> WRONG_COLOR;
            default -> UNKNOWN;
        };
    }
}
