package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.Jonah;
import dev.jonah.image.Image;
import dev.jonah.ledger.Verdict;
import dev.jonah.result.FileResult;
import dev.jonah.result.ScanResult;
import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A project that the real Composer installs, one of each kind of file then changed by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstalledComposerTest {
    @TempDir
    static Path directory;

    private Path made = Path.of("");

    @BeforeAll
    void install() throws IOException {
        RealTool composer = RealTool.named("composer");
        Path alpha = directory.resolve("alpha");
        write(alpha.resolve("composer.json"), """
            {"name": "acme/alpha", "version": "1.2.0", "bin": ["bin/alpha"],
             "autoload": {"psr-4": {"Acme\\\\Alpha\\\\": "src/"}, "files": ["src/functions.php"]}}
            """);
        write(alpha.resolve("src/A.php"), "<?php namespace Acme\\Alpha; class A {}\n");
        write(alpha.resolve("src/functions.php"), "<?php function alpha() {}\n");
        write(alpha.resolve("bin/alpha"), "#!/usr/bin/env php\n<?php echo 1;\n");
        made = directory.resolve("made");
        Path project = made.resolve("srv/app");
        write(project.resolve("composer.json"), """
            {"name": "acme/shop", "version": "1.0.0", "require": {"acme/alpha": "*"}, "repositories": [{"packagist.org": false},
             {"type": "path", "url": "%s", "options": {"symlink": false}}]}
            """.formatted(alpha));
        composer.run(
                        Map.of(
                                "COMPOSER_ALLOW_SUPERUSER",
                                "1",
                                "COMPOSER_HOME",
                                directory.resolve("home").toString()),
                        "install",
                        "--no-interaction",
                        "--working-dir",
                        project.toString())
                .succeeded();
        Files.deleteIfExists(project.resolve("composer.lock"));
    }

    @Test
    void whatComposerInstalledIsExplainedToTheLastFile() throws IOException {
        Map<String, FileResult> files = files(made);
        assertThat(files.get("vendor/acme/alpha/src/A.php").verdict()).isEqualTo(Verdict.OWNED);
        assertThat(files.get("vendor/bin/alpha").verdict()).isEqualTo(Verdict.DERIVED);
        assertThat(files.get("vendor/composer/autoload_psr4.php").verdict()).isEqualTo(Verdict.DERIVED);
        assertThat(files.get("vendor/composer/installed.json").verdict()).isEqualTo(Verdict.TRANSIENT);
        assertThat(files)
                .allSatisfy((path, file) -> assertThat(file.verdict())
                        .as(path)
                        .isNotIn(Verdict.UNEXPLAINED, Verdict.VERIFIED, Verdict.MODIFIED));
    }

    /** Composer records no checksums: what is changed in a package is owned by directory, and says so. */
    @Test
    void exactlyWhatCanBeToldIsTold() throws IOException {
        Path root = directory.resolve("tampered");
        RealTool.named("cp").run("-a", made.toString(), root.toString()).succeeded();
        Path vendor = root.resolve("srv/app/vendor");
        write(vendor.resolve("acme/alpha/src/A.php"), "<?php system('id');\n");
        write(vendor.resolve("acme/alpha/src/planted.php"), "<?php system('id');\n");
        Files.delete(vendor.resolve("acme/alpha/src/functions.php"));
        write(vendor.resolve("planted.php"), "<?php system('ls');\n");
        write(vendor.resolve("composer/planted.php"), "<?php system('ps');\n");
        write(vendor.resolve("composer/autoload_psr4.php"), "<?php system('id'); return array();\n");
        write(vendor.resolve("bin/alpha"), "#!/usr/bin/env php\n<?php system('id');\n");
        Map<String, FileResult> files = files(root);
        for (String path : List.of("vendor/acme/alpha/src/A.php", "vendor/acme/alpha/src/planted.php")) {
            assertThat(files.get(path).verdict()).as(path).isEqualTo(Verdict.OWNED);
            assertThat(files.get(path).evidence().toString()).as(path).contains("composer.directory", "by directory");
        }
        assertThat(files.entrySet().stream()
                        .filter(file -> file.getValue().verdict() == Verdict.UNEXPLAINED)
                        .map(Map.Entry::getKey))
                .containsExactly(
                        "vendor/bin/alpha",
                        // It would load a file that is not there.
                        "vendor/composer/autoload_files.php",
                        "vendor/composer/autoload_psr4.php",
                        "vendor/composer/planted.php",
                        "vendor/planted.php");
    }

    /** By path below the project. */
    private static Map<String, FileResult> files(Path root) throws IOException {
        try (Image image = Jonah.create().open(root)) {
            ScanResult result = Jonah.create().scan(image);
            Map<String, FileResult> files = new TreeMap<>();
            result.files()
                    .forEach(file -> files.put(file.entry().path().toString().substring("/srv/app/".length()), file));
            return files;
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
