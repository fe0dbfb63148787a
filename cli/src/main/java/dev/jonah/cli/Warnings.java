package dev.jonah.cli;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.diagnostic.Diagnostic.Severity;
import java.util.List;

/** Tells a person what went wrong in a reading that came to its end: the worst first, and not too much of it. */
final class Warnings {
    private static final int MOST_LINES = 10;
    private static final int MOST_COLUMNS = 190;

    private Warnings() {}

    /** Prints errors and warnings; {@code rest} says where to find those that are too many. */
    static void print(Terminal terminal, List<Diagnostic> diagnostics, String rest) {
        int count = 0;
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.severity() != Severity.INFO && ++count <= MOST_LINES) {
                terminal.message(Columns.cut(diagnostic.severity().id() + ": " + diagnostic.message(), MOST_COLUMNS));
            }
        }
        if (count > MOST_LINES) {
            terminal.message("…and " + (count - MOST_LINES) + " more" + rest);
        }
    }
}
