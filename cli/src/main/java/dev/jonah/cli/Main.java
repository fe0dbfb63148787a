package dev.jonah.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The command {@code jonah}. */
public final class Main {
    private Main() {}

    /**
     * Runs the command and ends the JVM with its exit status.
     *
     * @param args the command line
     */
    public static void main(String[] args) throws IOException {
        // Before anything else is loaded: scripts ask for the version often.
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            System.out.println("jonah " + version());
            return;
        }
        System.exit(new JonahCommand(Terminal.ofSystem()).run(args));
    }

    /** Version and build, as the build wrote them down. */
    private static String version() throws IOException {
        try (InputStream in = Main.class.getResourceAsStream("version.txt")) {
            return in == null ? "(unknown)" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
