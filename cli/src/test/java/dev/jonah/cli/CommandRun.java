package dev.jonah.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs a command line in this JVM and keeps what it printed. */
final class CommandRun {
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
    private OutputStream out = captured;
    private InputStream in = new ByteArrayInputStream(new byte[0]);
    private boolean onTerminal;
    private int status = -1;

    static CommandRun of(Object... args) {
        return new CommandRun().run(args);
    }

    CommandRun with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    CommandRun input(byte[] bytes) {
        in = new ByteArrayInputStream(bytes);
        return this;
    }

    CommandRun to(OutputStream stream) {
        out = stream;
        return this;
    }

    CommandRun onTerminal() {
        onTerminal = true;
        return this;
    }

    CommandRun run(Object... args) {
        String[] texts = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = args[i].toString();
        }
        PrintStream err = new PrintStream(messages, true, StandardCharsets.UTF_8);
        status = new JonahCommand(new Terminal(in, out, err, environment, onTerminal, onTerminal)).run(texts);
        return this;
    }

    int status() {
        return status;
    }

    String out() {
        return captured.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return messages.toString(StandardCharsets.UTF_8);
    }

    List<String> lines() {
        return out().lines().toList();
    }
}
