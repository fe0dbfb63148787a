package dev.jonah.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A program of this machine that a test compares with: {@code dpkg}, {@code rpm}. A test that wants one is skipped where
 * it is not installed, but fails where the environment variable {@code CI} is set, so that no comparison is left out
 * unnoticed.
 *
 * @param program where it lies
 */
public record RealTool(Path program) {
    private static final int SECONDS = 300;

    /**
     * How a run ended.
     *
     * @param status exit status
     * @param output what it wrote to standard output
     * @param errors what it wrote to standard error
     */
    public record Run(int status, String output, String errors) {
        /** Its output, if it ended well; else the test fails and shows what it said. */
        public String succeeded() {
            Assertions.assertEquals(0, status, () -> output + errors);
            return output;
        }
    }

    /** The program of this name on the path. */
    public static RealTool named(String name) {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path program = Path.of(directory, name);
            if (Files.isExecutable(program)) {
                return new RealTool(program);
            }
        }
        String missing = name + " is not installed, so nothing can be compared with it";
        if (System.getenv("CI") != null) {
            return Assertions.fail(missing);
        }
        return Assumptions.abort(missing);
    }

    /** Runs it in the C locale, with nothing to read, and waits for its end. */
    public Run run(String... arguments) throws IOException {
        return run(Map.of(), arguments);
    }

    /** The same with further environment variables. */
    public Run run(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("output", null);
        Path errors = Files.createTempFile("errors", null);
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().put("LC_ALL", "C");
            builder.environment().putAll(environment);
            int status = end(builder.start(), command);
            return new Run(status, text(output), text(errors));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static int end(Process process, List<String> command) throws IOException {
        try {
            if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            return Assertions.fail(command + " did not end in " + SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command, e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
