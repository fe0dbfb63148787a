package dev.jonah;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.plugin.Plugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds the tables of the page on packages against the plugins, and with {@code -Djonah.docs=write} writes them anew:
 * {@code mvn -pl core -am test -Dtest=CoverageTableTest -Djonah.docs=write}.
 */
class CoverageTableTest {
    private static final Path PAGE = Documentation.ROOT.resolve("docs/user-guide/packages.md");
    private static final String END = "<!-- end -->";
    private static final Jonah JONAH = Jonah.create();

    /** The two tables. */
    enum Table {
        SYSTEM("system packages", "Package manager") {
            @Override
            List<Coverage> rows() {
                return told(PackageDatabase.class, PackageDatabase::coverage);
            }
        },
        APPLICATION("application packages", "Ecosystem") {
            @Override
            List<Coverage> rows() {
                return told(ManifestParser.class, ManifestParser::coverage);
            }
        };

        private final String start;
        private final String head;

        Table(String name, String head) {
            this.start = "<!-- written by CoverageTableTest: " + name + " -->\n";
            this.head = head;
        }

        abstract List<Coverage> rows();

        String text() {
            StringBuilder text = new StringBuilder();
            text.append("| ").append(head).append(" | Read | A package claims | Compared |\n|---|---|---|---|\n");
            rows().stream()
                    .sorted(Comparator.comparing(row -> row.ecosystem().toLowerCase(Locale.ROOT)))
                    .forEach(row -> text.append("| " + row.ecosystem() + " | " + row.read() + " | " + row.claimed()
                            + " | " + row.compared() + " |\n"));
            return text.toString();
        }

        int begin(String page) {
            int at = page.indexOf(start);
            assertThat(at).as("the mark %s", start).isPositive();
            return at + start.length();
        }
    }

    private static <P extends Plugin> Map<String, Coverage> all(Class<P> kind, Function<P, Coverage> coverage) {
        Map<String, Coverage> rows = new TreeMap<>();
        for (P plugin : JONAH.plugins(kind)) {
            if (plugin.id().startsWith("jonah.")) {
                rows.put(plugin.id(), coverage.apply(plugin));
            }
        }
        return rows;
    }

    private static <P extends Plugin> List<Coverage> told(Class<P> kind, Function<P, Coverage> coverage) {
        return all(kind, coverage).values().stream().filter(Objects::nonNull).toList();
    }

    @ParameterizedTest
    @EnumSource
    void theTableIsWhatThePluginsTell(Table table) throws IOException {
        String page = Files.readString(PAGE);
        int begin = table.begin(page);
        int end = page.indexOf(END, begin);
        if ("write".equals(System.getProperty("jonah.docs"))) {
            Files.writeString(PAGE, page.substring(0, begin) + table.text() + page.substring(end));
        } else {
            assertThat(page.substring(begin, end))
                    .as("write it anew with -Djonah.docs=write")
                    .isEqualTo(table.text());
        }
    }

    @Test
    void everyPluginOfOursTells() {
        Map<String, Coverage> all = new TreeMap<>(all(PackageDatabase.class, PackageDatabase::coverage));
        all.putAll(all(ManifestParser.class, ManifestParser::coverage));
        assertThat(all).hasSizeGreaterThan(10);
        List<String> silent = new ArrayList<>();
        all.forEach((id, coverage) -> {
            if (coverage == null) {
                silent.add(id);
            }
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void everyTextFitsATableAndIsAPartOfASentence() {
        for (Table table : Table.values()) {
            for (Coverage row : table.rows()) {
                assertThat(List.of(row.ecosystem(), row.read(), row.claimed(), row.compared()))
                        .allSatisfy(text -> assertThat(text)
                                .isNotBlank()
                                .doesNotContain("|", "\n", "](")
                                .doesNotEndWith(".")
                                .matches(
                                        t -> t.chars().filter(c -> c == '`').count() % 2 == 0,
                                        "closes its backquotes"));
            }
        }
    }
}
