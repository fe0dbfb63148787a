package dev.jonah.cli;

/** How a command ended, for scripts. */
final class ExitStatus {
    /** Done. */
    static final int DONE = 0;

    /** Done, and a {@code --fail-on} condition holds. */
    static final int CONDITION = 1;

    /** The command line is wrong. */
    static final int USAGE = 2;

    /** The input cannot be read as an image, or a limit stopped it. */
    static final int UNREADABLE = 3;

    /** Done, but something could not be read. */
    static final int INCOMPLETE = 4;

    private ExitStatus() {}
}
