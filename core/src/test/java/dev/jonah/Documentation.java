package dev.jonah;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tables and blocks of code of the project's Markdown files, for tests that hold them against the code. */
public final class Documentation {
    /** The root of the source tree; tests run in the directory of their module. */
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private Documentation() {}

    /**
     * One row of a table.
     *
     * @param head the cells of the table's head
     * @param cells its own
     */
    public record Row(List<String> head, List<String> cells) {
        /** What stands in backquotes in the first cell. */
        public List<String> codes() {
            return NAME.matcher(cells.get(0))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        }
    }

    /**
     * A fenced block of code.
     *
     * @param language what follows the fence
     * @param file the file name in backquotes that ends the line before it, or empty
     * @param text its lines, each with its end
     */
    record Block(String language, String file, String text) {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> javaFiles(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every row of every table of a page. */
    public static List<Row> rows(String file) {
        List<Row> rows = new ArrayList<>();
        List<String> head = List.of();
        for (String line : read(ROOT.resolve(file)).split("\n")) {
            if (!line.startsWith("|")) {
                head = List.of();
            } else if (head.isEmpty()) {
                head = cells(line);
            } else if (!line.startsWith("|--")) {
                rows.add(new Row(head, cells(line)));
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|"))
                .map(String::strip)
                .toList();
    }

    static List<Block> blocks(String file) {
        List<Block> blocks = new ArrayList<>();
        String named = "";
        String language = null;
        StringBuilder text = new StringBuilder();
        for (String line : read(ROOT.resolve(file)).split("\n")) {
            if (language == null && line.startsWith("```")) {
                language = line.substring(3);
                text.setLength(0);
            } else if (language == null) {
                named = line.isEmpty() ? named : line.endsWith("`:") ? last(line) : "";
            } else if (line.equals("```")) {
                blocks.add(new Block(language, named, text.toString()));
                language = null;
                named = "";
            } else {
                text.append(line).append('\n');
            }
        }
        return blocks;
    }

    private static String last(String line) {
        List<String> names =
                NAME.matcher(line).results().map(match -> match.group(1)).toList();
        return names.get(names.size() - 1);
    }
}
