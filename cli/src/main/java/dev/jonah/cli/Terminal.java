package dev.jonah.cli;

import dev.jonah.diagnostic.Diagnostic;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command reads and writes. Text is UTF-8 whatever the locale says, since names from images are.
 *
 * @param in standard input
 * @param out standard output: results and nothing else
 * @param err standard error: messages for people
 * @param environment the environment variables
 * @param outIsTerminal whether a person sees {@code out}
 * @param errIsTerminal whether a person sees {@code err}
 */
record Terminal(
        InputStream in,
        OutputStream out,
        PrintStream err,
        Map<String, String> environment,
        boolean outIsTerminal,
        boolean errIsTerminal) {
    private static final int COLUMNS = 80;

    /** The streams and the environment of this process. */
    static Terminal ofSystem() {
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.err), 1024),
                        true,
                        StandardCharsets.UTF_8),
                System.getenv(),
                isTerminal(1),
                isTerminal(2));
    }

    /** Java 17 cannot tell for one stream; Linux can. Elsewhere, no is the answer that does no harm. */
    @SuppressWarnings("SystemConsoleNull") // newer versions, where it is never null, are not asked
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | RuntimeException e) {
            return Runtime.version().feature() < 22 && System.console() != null;
        }
    }

    /** Whether words on standard output may be coloured. */
    boolean isColoured() {
        return outIsTerminal && isEmpty("NO_COLOR") && !isDumb();
    }

    /** Whether the terminal cannot go back to the start of a line. */
    boolean isDumb() {
        return "dumb".equals(environment.get("TERM"));
    }

    /** How wide tables may be. */
    int columns() {
        String columns = environment.getOrDefault("COLUMNS", "");
        if (!outIsTerminal || columns.isEmpty() || columns.length() > 4) {
            return COLUMNS;
        }
        try {
            return Math.max(COLUMNS, Integer.parseInt(columns));
        } catch (NumberFormatException e) {
            return COLUMNS;
        }
    }

    private boolean isEmpty(String variable) {
        return environment.getOrDefault(variable, "").isEmpty();
    }

    /** Writes text to standard output. */
    void print(CharSequence text) throws OutputException {
        try {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new OutputException("standard output", e);
        }
    }

    /** Writes one line for a person to standard error. */
    void message(String text) {
        err.println("jonah: " + Diagnostic.printable(text.replace('\n', ' ')));
    }
}
