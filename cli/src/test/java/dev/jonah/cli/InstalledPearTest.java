package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.Jonah;
import dev.jonah.image.Image;
import dev.jonah.ledger.Verdict;
import dev.jonah.result.MissingFile;
import dev.jonah.result.ScanResult;
import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package that the real PEAR installs, one of each kind of file then changed by hand. */
class InstalledPearTest {
    @TempDir
    Path directory;

    @Test
    void exactlyWhatWasChangedAddedAndRemovedIsTold() throws IOException {
        Path root = install();
        Map<String, Verdict> before = verdicts(root);
        assertThat(before.get("/usr/share/php/Greet.php")).isEqualTo(Verdict.VERIFIED);
        assertThat(before).doesNotContainValue(Verdict.UNEXPLAINED);
        Files.writeString(root.resolve("usr/share/php/Greet.php"), "<?php system('id');\n");
        Files.writeString(root.resolve("usr/share/php/Planted.php"), "<?php system('id');\n");
        Files.delete(root.resolve("usr/share/php/docs/Greet/README"));
        Map<String, Verdict> after = verdicts(root);
        after.entrySet().removeIf(file -> file.getValue() == before.get(file.getKey()));
        assertThat(after)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "/usr/share/php/Greet.php", Verdict.MODIFIED,
                        "/usr/share/php/Planted.php", Verdict.UNEXPLAINED));
        assertThat(scan(root).missing().stream().map(MissingFile::path).map(Object::toString))
                .containsExactly("/usr/share/php/docs/Greet/README");
    }

    private Path install() throws IOException {
        RealTool pear = RealTool.named("pear");
        Path source = Files.createDirectories(directory.resolve("source"));
        Files.writeString(source.resolve("Greet.php"), "<?php class Greet {}\n");
        Files.writeString(source.resolve("README"), "hi\n");
        Files.writeString(source.resolve("package.xml"), """
            <?xml version="1.0" encoding="UTF-8"?>
            <package version="2.0" xmlns="http://pear.php.net/dtd/package-2.0">
             <name>Greet</name><channel>pear.php.net</channel><summary>Greets</summary><description>It greets</description>
             <lead><name>Ann</name><user>ann</user><email>ann@x.example</email><active>yes</active></lead>
             <date>2026-01-02</date><version><release>1.0.0</release><api>1.0.0</api></version>
             <stability><release>stable</release><api>stable</api></stability><license>BSD</license><notes>n</notes>
             <contents><dir name="/"><file name="Greet.php" role="php"/><file name="README" role="doc"/></dir></contents>
             <dependencies><required><php><min>5.4.0</min></php><pearinstaller><min>1.4.0</min></pearinstaller></required>
             </dependencies><phprelease/>
            </package>
            """);
        Path root = directory.resolve("root");
        pear.run(
                        "install",
                        "--offline",
                        "--nodeps",
                        "--packagingroot=" + root,
                        source.resolve("package.xml").toString())
                .succeeded();
        // It keeps a second state of its own beside the root that it installs into.
        Path top = directory.resolve("top");
        Files.createDirectories(top);
        Files.move(root.resolve("usr"), top.resolve("usr"));
        return top;
    }

    private static Map<String, Verdict> verdicts(Path root) throws IOException {
        Map<String, Verdict> verdicts = new TreeMap<>();
        scan(root).files().forEach(file -> verdicts.put(file.entry().path().toString(), file.verdict()));
        return verdicts;
    }

    private static ScanResult scan(Path root) throws IOException {
        try (Image image = Jonah.create().open(root)) {
            return Jonah.create().scan(image);
        }
    }
}
