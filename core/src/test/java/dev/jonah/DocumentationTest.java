package dev.jonah;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Image;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.result.ScanResult;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the pages of the documentation against the code, as far as a program can. */
class DocumentationTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    @TempDir
    Path directory;

    @Test
    void theTableOfLimitsIsThatOfTheCode() {
        List<String> expected = Arrays.stream(Limits.Name.values())
                .map(limit -> "`" + limit.id() + "` " + value(limit) + " " + limit.meaning())
                .toList();
        assertThat(Documentation.rows("docs/user-guide/limits.md"))
                .extracting(row -> String.join(" ", row.cells()))
                .isEqualTo(expected);
    }

    private static String value(Limits.Name limit) {
        long value = limit.defaultValue();
        if (limit == Limits.Name.SPOOL_MEMORY) {
            return "¼ of the heap";
        }
        if (limit == Limits.Name.ENTRIES) {
            return "heap / 1024";
        }
        for (int step : new int[] {30, 20, 10}) {
            if (value % (1L << step) == 0) {
                return (value >> step) + "KMG".substring(step / 10 - 1, step / 10);
            }
        }
        return Long.toString(value);
    }

    @Test
    void everyVerdictIsExplained() {
        List<String> verdicts = Arrays.stream(Verdict.values()).map(Enum::name).toList();
        for (String page : List.of("README.md", "docs/user-guide/verdicts.md")) {
            assertThat(Documentation.rows(page).stream()
                            .filter(row -> row.head().get(0).equals("Verdict"))
                            .flatMap(row -> row.codes().stream()))
                    .as(page)
                    .isEqualTo(verdicts);
        }
    }

    @Test
    void everyStepIsInTheArchitecturePage() {
        List<String> steps = Jonah.create().pipeline().steps().stream()
                .map(step -> step.name() + " " + step.getClass().getSimpleName())
                .toList();
        assertThat(Documentation.rows("docs/architecture.md").stream()
                        .filter(row -> row.head().get(0).equals("Step"))
                        .map(row ->
                                row.codes().get(0) + " " + row.cells().get(1).replace("`", "")))
                .isEqualTo(steps);
    }

    @Test
    void thePluginOfTheWalkThroughWorks() throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        for (Documentation.Block block : Documentation.blocks("CONTRIBUTING.md")) {
            if (block.file().startsWith("src/")) {
                files.put(block.file().replaceAll("^src/(main|test)/(java|resources)/", ""), block.text());
            }
        }
        assertThat(files).hasSize(3);
        try (URLClassLoader loader = Compiled.in(directory, files);
                Image image = TestImages.open(layer -> layer.file(
                                "/usr/lib/opkg/status",
                                "Package: ssh\nVersion: 1\nStatus: install user installed\nConffiles:\n"
                                        + " /etc/ssh 5d41402abc4b2a76b9719d911017c592\n")
                        .file("/usr/lib/opkg/info/ssh.list", "/etc/ssh\n/bin/ssh\t0100755\n/bin/scp\t0120777\tssh\n")
                        .file("/etc/ssh", "hello")
                        .file("/bin/ssh", "x")
                        .symlink("/bin/scp", "sh"))) {
            Jonah jonah = Jonah.builder()
                    .pluginsFrom(loader)
                    .disable("jonah.sysdb.opkg")
                    .build();
            assertThat(jonah.plugins(PackageDatabase.class))
                    .anyMatch(plugin -> plugin.id().equals("example.opkg"));
            ScanResult result = jonah.scan(image);
            assertThat(result.files())
                    .filteredOn(file -> file.owner() != null)
                    .extracting(file -> file.entry().path() + " " + file.verdict())
                    .containsExactly("/bin/scp MODIFIED", "/bin/ssh OWNED", "/etc/ssh VERIFIED");
        }
    }

    @Test
    void linksBetweenPagesLeadSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            LINK.matcher(Documentation.read(page))
                    .results()
                    .map(match -> match.group(1))
                    .forEach(target -> {
                        if (!Files.exists(page.resolveSibling(target))) {
                            broken.add(Documentation.ROOT.relativize(page) + ": " + target);
                        }
                    });
        }
        assertThat(broken).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> top = Files.list(Documentation.ROOT);
                Stream<Path> docs = Files.walk(Documentation.ROOT.resolve("docs"))) {
            Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .forEach(pages::add);
        }
        return pages;
    }
}
