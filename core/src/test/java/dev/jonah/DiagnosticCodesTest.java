package dev.jonah;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.Documentation.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/user-guide/diagnostics.md against the sources of all modules. */
class DiagnosticCodesTest {
    private static final String CODE = "\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"";
    private static final Pattern LITERAL = Pattern.compile(CODE);
    private static final Pattern REPORTED =
            Pattern.compile("\\b(error|warning|warn|info|ERROR,|WARNING,|INFO,)\\(?\\s*" + CODE);
    /** What keeps a content from being read is an error. */
    private static final Pattern OF_CONTENTS =
            Pattern.compile("Contents\\.(?:of|read)\\(\\s*\\w+,\\s*" + CODE + "(?:,\\s*" + CODE + ")?");

    private static final Pattern CHOSEN = Pattern.compile("String code = [^;]*;");

    /** Of files, media types, a module and a property, which look like names of ours. */
    private static final Set<String> OTHERS = Set.of(
            "java.io.tmpdir",
            "java.base",
            "dotnet.dll",
            "image.layer",
            "image.rootfs",
            "tar.bz2",
            "yarn.js",
            "yarn.lock");

    @Test
    void everyReportedCodeIsListed() throws IOException {
        Set<String> reported = new TreeSet<>(severities().keySet());
        for (String source : sources()) {
            CHOSEN.matcher(source).results().forEach(choice -> reported.addAll(literals(choice.group())));
        }
        assertThat(reported).hasSizeGreaterThan(50);
        assertThat(listed("Severity")).containsExactlyInAnyOrderElementsOf(reported);
    }

    @Test
    void severitiesAreThoseOfTheSources() throws IOException {
        Map<String, Set<String>> severities = severities();
        for (Row row : rows("Severity")) {
            for (String code : row.codes()) {
                if (severities.containsKey(code)) {
                    assertThat(Set.of(row.cells().get(1).split(", "))).as(code).isEqualTo(severities.get(code));
                }
            }
        }
    }

    @Test
    void everyNameOfTheSameFamiliesIsListed() throws IOException {
        Set<String> listed = listed("");
        Set<String> families = listed.stream().map(DiagnosticCodesTest::family).collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        for (String source : sources()) {
            literals(source).stream()
                    .filter(name -> families.contains(family(name)))
                    .filter(name -> !OTHERS.contains(name))
                    .forEach(used::add);
        }
        assertThat(used).isEqualTo(listed);
    }

    private static String family(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    private static Map<String, Set<String>> severities() throws IOException {
        Map<String, Set<String>> severities = new TreeMap<>();
        for (String source : sources()) {
            for (MatchResult match : REPORTED.matcher(source).results().toList()) {
                String severity =
                        match.group(1).toLowerCase(java.util.Locale.ROOT).replace(",", "");
                severities
                        .computeIfAbsent(match.group(2), code -> new TreeSet<>())
                        .add(severity.equals("warn") ? "warning" : severity);
            }
            for (MatchResult match : OF_CONTENTS.matcher(source).results().toList()) {
                for (int group = 1; group <= match.groupCount() && match.group(group) != null; group++) {
                    severities
                            .computeIfAbsent(match.group(group), code -> new TreeSet<>())
                            .add("error");
                }
            }
        }
        return severities;
    }

    /** The names in the first column of the tables whose second column has this head; of all tables if it is empty. */
    private static Set<String> listed(String head) throws IOException {
        return rows(head).stream().flatMap(row -> row.codes().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Row> rows(String head) throws IOException {
        return Documentation.rows("docs/user-guide/diagnostics.md").stream()
                .filter(row -> head.isEmpty() || row.head().get(1).equals(head))
                .toList();
    }

    private static Set<String> literals(String source) {
        return LITERAL.matcher(source).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> modules = Files.list(Documentation.ROOT)) {
            return modules.filter(module -> !Set.of("testkit", "benchmarks")
                            .contains(module.getFileName().toString()))
                    .map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .flatMap(Documentation::javaFiles)
                    .map(Documentation::read)
                    .toList();
        }
    }
}
