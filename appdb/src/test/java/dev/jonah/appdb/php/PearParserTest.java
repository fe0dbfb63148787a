package dev.jonah.appdb.php;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageFile.Difference;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PearParserTest {
    private static final String REGISTRY = "/usr/share/php/.registry/";

    @Test
    void theChecksumOfAFileIsThatOfItsContent() throws IOException {
        assertThat(parse(RealFiles.pear()).get(0).files())
                .filteredOn(file -> file.path().toString().equals("/usr/share/php/Greet/Er.php"))
                .extracting(PackageFile::digest)
                .containsExactly(Digest.compute(
                        Digest.Algorithm.MD5, "<?php class Greet_Er {}\n".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aFileInWhichPearReplacesTextMayDiffer() throws IOException {
        assertThat(parse(RealFiles.pear()).get(0).files())
                .filteredOn(file -> file.ifDifferent() == Difference.EXPECTED)
                .extracting(file -> file.path() + ": " + file.note())
                .containsExactly("/usr/bin/greet: PEAR replaces text in it when it installs it");
    }

    @Test
    void aLibraryThatWasBuiltHasNoChecksumAndSourcesAreNotInstalled() throws IOException {
        String record =
                "a:4:{s:7:\"package\";s:5:\"redis\";s:7:\"version\";s:5:\"4.3.0\";s:15:\"release_license\";s:3:\"PHP\";"
                        + "s:8:\"filelist\";a:3:{s:7:\"redis.c\";a:2:{s:4:\"role\";s:3:\"src\";s:6:\"md5sum\";s:32:\""
                        + "0".repeat(32)
                        + "\";}s:8:\"redis.so\";a:2:{s:4:\"role\";s:3:\"ext\";s:12:\"installed_as\";s:13:\"/ext/redis.so\";}"
                        + "s:1:\"x\";a:3:{s:12:\"replacements\";a:1:{i:0;i:1;}s:6:\"md5sum\";s:32:\"" + "0".repeat(32)
                        + "\";s:12:\"installed_as\";s:2:\"/x\";}}}";
        SoftwarePackage found = parse(FakeTree.builder().file(REGISTRY + ".channel.pecl.php.net/redis.reg", record))
                .get(0);
        assertThat(found.purl()).hasToString("pkg:generic/pecl.php.net/redis@4.3.0");
        assertThat(found.extra()).containsEntry("pear.alias", "pkg:pear/pecl.php.net/redis@4.3.0");
        assertThat(found.licenses()).containsExactly("PHP");
        assertThat(RealFiles.claims(found))
                .containsExactly(
                        "pear.record " + REGISTRY + ".channel.pecl.php.net/redis.reg",
                        "pear.registry.unhashed /ext/redis.so",
                        "pear.registry /x");
        assertThat(found.files().get(2).ifDifferent()).isEqualTo(Difference.EXPECTED);
    }

    @Test
    void dependenciesLeadToRecordsOfTheSameRegistry() throws IOException {
        SoftwarePackage found = parse(RealFiles.pear()
                        .file(
                                REGISTRY + "console_getopt.reg",
                                "a:2:{s:4:\"name\";s:14:\"Console_Getopt\";s:7:\"version\";s:1:\"1\";}"))
                .stream()
                .filter(each -> each.purl().name().equals("Greet_Er"))
                .findFirst()
                .orElseThrow();
        assertThat(found.resolved())
                .extracting(each -> each.foundAt().toString())
                .containsExactly(REGISTRY + "console_getopt.reg");
    }

    @Test
    void aPathThatIsNoneIsReported() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file(
                        REGISTRY + "x.reg",
                        "a:2:{s:4:\"name\";s:1:\"x\";s:8:\"filelist\";a:2:{s:1:\"a\";a:1:{s:12:\"installed_as\";s:1:\"/\";}"
                                + "s:1:\"b\";a:2:{s:6:\"md5sum\";s:1:\"?\";s:12:\"installed_as\";s:6:\"/../up\";}}}")
                .build());
        assertThat(RealFiles.claims(scan.parse(new PearParser()).get(0))).hasSize(1);
        assertThat(scan.diagnostics().all())
                .extracting(Diagnostic::code)
                .containsExactly("pear.registry.path", "pear.registry.path");
    }

    @Test
    void recordsThatCannotBeReadOrNameNothingAreReported() throws IOException {
        PackagesScan scan = Scans.packages(FakeTree.builder()
                .file(REGISTRY + "a.reg", "a:1:{")
                .file(REGISTRY + "b.reg", "a:0:{}")
                .fileWithoutBytes(REGISTRY + "c.reg")
                .file("/elsewhere/d.reg", "a:1:{")
                .build());
        assertThat(scan.parse(new PearParser())).isEmpty();
        assertThat(scan.diagnostics().all())
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder("pear.registry", "pear.registry.name", "pear.registry.lost");
    }

    private static List<SoftwarePackage> parse(FakeTreeBuilder tree) throws IOException {
        return Scans.packages(tree.build()).parse(new PearParser());
    }
}
