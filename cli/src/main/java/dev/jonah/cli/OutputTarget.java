package dev.jonah.cli;

import dev.jonah.result.ResultWriter;
import dev.jonah.result.ScanResult;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One {@code -o FORMAT[=FILE]}.
 *
 * @param writer of the format
 * @param file where to, or null for standard output
 */
record OutputTarget(ResultWriter writer, @Nullable Path file) {
    private static final int BUFFER = 64 * 1024;

    /**
     * All that are asked for; the summary to standard output if none is.
     *
     * @throws UsageException if a format is unknown, a file cannot be made, or two results would go to one place
     */
    static List<OutputTarget> parse(List<String> options, List<ResultWriter> writers) {
        List<OutputTarget> targets = new ArrayList<>();
        for (String option : options.isEmpty() ? List.of(SummaryWriter.FORMAT) : options) {
            OutputTarget target = parse(option, writers);
            for (OutputTarget other : targets) {
                target.checkApart(other);
            }
            targets.add(target);
        }
        return targets;
    }

    private static OutputTarget parse(String option, List<ResultWriter> writers) {
        int equals = option.indexOf('=');
        String format = equals < 0 ? option : option.substring(0, equals);
        String file = equals < 0 ? "-" : option.substring(equals + 1);
        if (file.isEmpty()) {
            throw new UsageException("-o " + option + " names no file");
        }
        List<String> formats = new ArrayList<>();
        for (ResultWriter writer : writers) {
            if (writer.format().equals(format)) {
                return new OutputTarget(writer, file.equals("-") ? null : creatable(file));
            }
            formats.add(writer.format());
        }
        formats.sort(null);
        throw new UsageException("-o: there is no format '" + format + "'; there are " + String.join(", ", formats));
    }

    /** Found out before the work, not after it. */
    private static Path creatable(String name) {
        Path file = Path.of(name).toAbsolutePath();
        Path directory = file.getParent();
        if (Files.isDirectory(file)) {
            throw new UsageException("-o: " + name + " is a directory");
        }
        if (directory == null || !Files.isDirectory(directory)) {
            throw new UsageException("-o: there is no directory to make " + name + " in");
        }
        return file;
    }

    private void checkApart(OutputTarget other) {
        if (file == null && other.file == null) {
            throw new UsageException("-o: only one format may go to standard output; write the others to files, -o "
                    + writer.format() + "=FILE");
        }
        if (file != null && file.equals(other.file)) {
            throw new UsageException("-o: two results for one file, " + file);
        }
    }

    /** Writes the result; a file is there whole or not at all. */
    void write(ScanResult result, Terminal terminal) throws OutputException {
        Path target = file;
        try {
            if (target == null) {
                write(result, terminal.out());
            } else if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
                // A device, a pipe or a link, which must stay what it is.
                try (OutputStream out = Files.newOutputStream(target)) {
                    write(result, out);
                }
            } else {
                replace(result, target);
            }
        } catch (IOException e) {
            throw new OutputException(target == null ? "standard output" : target.toString(), e);
        }
    }

    private void replace(ScanResult result, Path target) throws IOException {
        Path part = target.resolveSibling(
                target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (OutputStream out =
                    Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                write(result, out);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void write(ScanResult result, OutputStream out) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
        writer.write(result, buffered);
        buffered.flush();
    }
}
