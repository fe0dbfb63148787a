package dev.jonah.sysdb.debian.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusReaderTest {
    @Test
    void stanzasAreSeparatedByLinesWithoutAnyByte() {
        List<DpkgPackage> packages = read("Package: a\nDescription: one\n two\n \n three\n\n\nPackage: b");
        assertThat(packages).extracting(DpkgPackage::name).containsExactly("a", "b");
        assertThat(packages.get(0).text("description")).isEqualTo("one\ntwo\n\nthree");
    }

    @Test
    void tabsContinueAFieldAndBlanksMayStandBeforeTheColon() {
        DpkgPackage found =
                read("package : a\nDepends: x,\n\ty (>= 2), \n\nPackage: b\n").get(0);
        assertThat(found.name()).isEqualTo("a");
        assertThat(found.list("Depends")).containsExactly("x", "y (>= 2)");
    }

    @Test
    void theLastOfRepeatedFieldsCountsAndIsAProblem() {
        DpkgPackage found = read("Package: a\nVersion: 1\nversion: 2\n").get(0);
        assertThat(found.version()).isEqualTo("2");
        assertThat(found.problems())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("version");
    }

    @Test
    void controlZEndsALine() {
        assertThat(read("Package: a\nVersion: 1\u001a\n\u001a\nPackage: b\n"))
                .extracting(DpkgPackage::version)
                .containsExactly("1", null);
    }

    @Test
    void whatIsNotUtf8IsReadAsLatin1() {
        byte[] text = "Maintainer: J\u00f6rg\n".getBytes(StandardCharsets.ISO_8859_1);
        DpkgPackage found = StatusReader.read(new ByteArrayInputStream(text), Limits.defaults())
                .entries()
                .get(0);
        assertThat(found.text("Maintainer")).isEqualTo("J\u00f6rg");
        assertThat(read("Maintainer: J\u00f6rg\n").get(0).text("Maintainer")).isEqualTo("J\u00f6rg");
    }

    @Test
    void linesThatAreNoFieldAreProblemsOfTheirStanza() {
        DpkgPackage found = read("Package: a\nnonsense\nVersion: 1\n").get(0);
        assertThat(found.version()).isEqualTo("1");
        assertThat(Texts.lines(found.problems())).containsExactly(2L);
    }

    @Test
    void theSourceIsTheOneThatIsNamedOrThePackageItself() {
        assertThat(source("Version: 5.2-2+b8\nSource: bash (5.2-2)"))
                .isEqualTo(new DpkgPackage.Source("bash", "5.2-2"));
        assertThat(source("Version: 4:12\nSource: gcc-defaults"))
                .isEqualTo(new DpkgPackage.Source("gcc-defaults", "4:12"));
        assertThat(source("Version: 1")).isEqualTo(new DpkgPackage.Source("a", "1"));
        assertThat(source("Version: 1\nSource: x(2)")).isEqualTo(new DpkgPackage.Source("x", "2"));
        assertThat(source("Version: 1\nSource: x (")).isEqualTo(new DpkgPackage.Source("x", "1"));
    }

    @Test
    void revisionsInFieldsOfTheirOwnEndTheVersion() {
        assertThat(read("Package: a\nVersion: 1.0\nPackage-Revision: 3\n")
                        .get(0)
                        .version())
                .isEqualTo("1.0-3");
    }

    @Test
    void configurationFilesAreReadFromTheEndOfTheLine() {
        String hash = "D41D8CD98F00B204E9800998ECF8427E";
        List<Conffile> conffiles = read("Conffiles:\n /etc/with blank " + hash + "\n /etc/old " + hash
                        + " obsolete\n /etc/gone newconffile remove-on-upgrade\n /etc/none nonexistent\n /etc/- -\n")
                .get(0)
                .conffiles();
        assertThat(conffiles)
                .extracting(c -> c.path().toString())
                .containsExactly("/etc/with blank", "/etc/old", "/etc/gone", "/etc/none", "/etc/-");
        assertThat(conffiles)
                .extracting(c -> String.valueOf(c.digest()))
                .containsExactly(
                        "md5:d41d8cd98f00b204e9800998ecf8427e",
                        "md5:d41d8cd98f00b204e9800998ecf8427e",
                        "null",
                        "null",
                        "null");
        assertThat(conffiles).extracting(Conffile::obsolete).containsExactly(false, true, false, false, false);
        assertThat(conffiles).extracting(Conffile::removeOnUpgrade).containsExactly(false, false, true, false, false);
    }

    @Test
    void configurationFilesWithoutAHashAreProblems() {
        DpkgPackage found = read("Package: a\nConffiles:\n /etc/x\n etc/y 0\n").get(0);
        assertThat(found.conffiles()).isEmpty();
        assertThat(found.problems()).hasSize(2);
    }

    @Test
    void theThirdWordTellsWhetherFilesAreThere() {
        assertThat(List.of(
                        "install ok installed",
                        "hold ok installed",
                        "deinstall ok installed",
                        "install ok unpacked",
                        "install ok half-configured",
                        "install ok triggers-awaited",
                        "install ok triggers-pending",
                        "install reinstreq half-installed"))
                .allMatch(text -> status(text).hasFiles());
        assertThat(List.of("deinstall ok config-files", "unknown ok not-installed", "install ok strange"))
                .noneMatch(text -> status(text).hasFiles());
        assertThat(PackageStatus.parse("install ok")).isNull();
        assertThat(status("install ok strange").isKnown()).isFalse();
    }

    @Test
    void aDatabaseOfVcpkgIsToldByItsFields() {
        assertThat(read("Package: zlib\nVersion: 1.3\nPort-Version: 1\nArchitecture: x64-linux\n")
                        .get(0)
                        .isVcpkg())
                .isTrue();
        assertThat(read("Package: zlib\nFeature: x\nArchitecture: x64-linux\n")
                        .get(0)
                        .isVcpkg())
                .isTrue();
        assertThat(read("Package: zlib\nVersion: 1.3\nArchitecture: amd64\n")
                        .get(0)
                        .isVcpkg())
                .isFalse();
    }

    @Test
    void whatStandsBeforeALineThatIsTooLongIsKept() {
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 100).build();
        String text = "Package: a\n\nPackage: b\nVersion: 1\nDescription: " + "x".repeat(200) + "\n\nPackage: c\n";
        Reading<DpkgPackage> reading = StatusReader.read(Texts.stream(text), limits);
        assertThat(reading.entries()).extracting(DpkgPackage::name).containsExactly("a", "b");
        assertThat(reading.entries().get(1).version()).isEqualTo("1");
        assertThat(reading.failure()).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void aStanzaWithoutEndIsBounded() {
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 1000).build();
        Reading<DpkgPackage> reading = StatusReader.read(Texts.stream("a:\n".repeat(100_000)), limits);
        assertThat(reading.failure()).isInstanceOf(LimitExceededException.class);
        assertThat(reading.entries())
                .singleElement()
                .satisfies(p -> assertThat(p.stanza().fields()).hasSizeLessThan(1000));
    }

    private static List<DpkgPackage> read(String text) {
        return Texts.read(text, StatusReader::read).entries();
    }

    private static DpkgPackage.Source source(String fields) {
        DpkgPackage.Source source = read("Package: a\n" + fields + "\n").get(0).source();
        assertThat(source).isNotNull();
        return source;
    }

    private static PackageStatus status(String text) {
        PackageStatus status = PackageStatus.parse(text);
        assertThat(status).isNotNull();
        return status;
    }
}
