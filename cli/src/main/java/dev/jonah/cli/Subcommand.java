package dev.jonah.cli;

import java.io.IOException;

/** One of the things that the command {@code jonah} can do. */
interface Subcommand {
    /** What follows {@code jonah} on the command line. */
    String name();

    /** What it does, in a line. */
    String description();

    /** Lines under the help: an example. */
    String[] examples();

    /** Its options and operands. */
    OptionList options();

    /** Does the work and gives the exit status. */
    int run(Terminal terminal, Arguments arguments) throws IOException;
}
