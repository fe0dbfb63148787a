package dev.jonah.cli;

import java.io.IOException;
import picocli.CommandLine.Option;

/** What all subcommands have: work to do, and these options. */
abstract class Subcommand {
    static final String VARIABLES = "Every option has a variable: JONAH_PLUGIN_PATH stands for --plugin-path.";

    final Terminal terminal;

    @Option(names = "--debug", description = "Print stack traces of errors.")
    boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    Subcommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Does the work and gives the exit status. */
    abstract int run() throws IOException;

    /** What follows the options in the synopsis. */
    String operands() {
        return "";
    }

    /** What the command reads, for messages; may be empty. */
    String subject() {
        return "";
    }
}
