package dev.jonah.appdb.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jonah.diagnostic.Limits;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonParserTest {
    private static final String HASH = "sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";

    private static PackagesScan scan(String... pathsAndContents) {
        FakeTreeBuilder builder = FakeTree.builder();
        for (int i = 0; i < pathsAndContents.length; i += 2) {
            builder.file(pathsAndContents[i], pathsAndContents[i + 1]);
        }
        return Scans.packages(builder.build());
    }

    private static List<SoftwarePackage> parse(PackagesScan scan) throws IOException {
        return scan.parse(new PythonParser());
    }

    private static List<String> purls(String... pathsAndContents) throws IOException {
        return parse(scan(pathsAndContents)).stream()
                .map(p -> p.purl().toString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "/s/a_b-1.dist-info/METADATA,            pkg:pypi/n@9",
        "/s/A-1.DIST-INFO/METADATA,              pkg:pypi/n@9",
        "/s/a-1-py3.11.egg-info/PKG-INFO,        pkg:pypi/n@9",
        "/s/a-1.egg-info/METADATA,               pkg:pypi/n@9",
        "/s/a-1.egg-info,                        pkg:pypi/n@9",
        "/s/a-1-py3.11.egg/EGG-INFO/PKG-INFO,    pkg:pypi/n@9",
        "/a-1.dist-info/METADATA,                pkg:pypi/n@9"
    })
    void everyFormOfInstallationIsFound(String manifest, String purl) throws IOException {
        assertThat(purls(manifest, "Name: N\nVersion: 9\n")).containsExactly(purl);
    }

    @ParameterizedTest
    @CsvSource({"/src/METADATA", "/src/PKG-INFO", "/x.dist-info/deep/METADATA", "/EGG-INFO/PKG-INFO", "/d/RECORD"})
    void otherFilesOfTheseNamesAreNotLookedAt(String path) throws IOException {
        PackagesScan scan = scan(path, "Name: N\nVersion: 9\n");

        assertThat(parse(scan)).isEmpty();
        assertThat(scan.diagnostics().all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /s/a_b-1.0.dist-info/METADATA      | Version: 2          | pkg:pypi/a-b@2        | python.metadata.name
            /s/a-1.0+l.dist-info/METADATA      | Name: a             | pkg:pypi/a@1.0%2Bl    | python.metadata.version
            /s/a-1.0.dist-info/METADATA        | Name: ../x          | pkg:pypi/a@1.0        | python.metadata.name,python.metadata.version
            /s/a-1.0-py2.7.egg-info            | Name: UNKNOWN       | pkg:pypi/a@1.0        | python.metadata.name,python.metadata.version
            /s/zope-x-1.0.dist-info/METADATA   | X: y                | pkg:pypi/zope-x@1.0   | python.metadata.name,python.metadata.version
            /s/a.egg-info/PKG-INFO             | Name: a             | pkg:pypi/a            | python.metadata.version
            """)
    void theDirectoryCountsWhereMetadataIsMissing(String manifest, String content, String purl, String codes)
            throws IOException {
        PackagesScan scan = scan(manifest, content + "\n");

        assertThat(parse(scan)).extracting(p -> p.purl().toString()).containsExactly(purl);
        assertThat(scan.diagnostics().codes()).containsExactly(codes.split(","));
    }

    @Test
    void whatNothingNamesIsReported() throws IOException {
        PackagesScan scan = scan("/s/-1.dist-info/METADATA", "Version: 1\n");

        assertThat(parse(scan)).isEmpty();
        assertThat(scan.diagnostics().codes()).containsExactly("python.metadata.name", "python.metadata.nameless");
    }

    @Test
    void recordAloneStillTellsOfAPackage() throws IOException {
        PackagesScan scan = scan("/s/a-1.dist-info/RECORD", "a.py," + HASH + ",0\n");

        assertThat(parse(scan)).singleElement().satisfies(p -> {
            assertThat(p.purl()).hasToString("pkg:pypi/a@1");
            assertThat(p.foundAt()).containsExactly(ImagePath.of("/s/a-1.dist-info/RECORD"));
            assertThat(p.files()).extracting(PackageFile::path).contains(ImagePath.of("/s/a.py"));
        });
        assertThat(scan.diagnostics().codes()).containsExactly("python.metadata.missing");
    }

    @Test
    void metadataThatLostItsBytesIsReportedAndStillAPackage() throws IOException {
        PackagesScan scan = Scans.packages(
                FakeTree.builder().fileWithoutBytes("/s/a-1.dist-info/METADATA").build());

        assertThat(parse(scan)).extracting(p -> p.purl().toString()).containsExactly("pkg:pypi/a@1");
        assertThat(scan.diagnostics().codes()).startsWith("python.metadata.lost");
    }

    @Test
    void oneDirectoryIsOnePackage() throws IOException {
        assertThat(purls(
                        "/s/a-1.egg-info/PKG-INFO", "Name: a\nVersion: 1\n",
                        "/s/a-1.egg-info/METADATA", "Name: b\nVersion: 1\n"))
                .containsExactly("pkg:pypi/a@1");
    }

    @Test
    void theInterpretersOwnMetadataIsNoDistribution() throws IOException {
        PackagesScan scan = scan("/usr/lib/python2.7/lib-dynload/Python-2.7.egg-info", "Name: Python\nVersion: 2.7\n");

        assertThat(parse(scan)).isEmpty();
        assertThat(scan.diagnostics().codes()).containsExactly("python.metadata.interpreter");
    }

    @Test
    void vendoredDistributionsSaySo() throws IOException {
        assertThat(parse(scan(
                        "/s/setuptools/_vendor/wheel-0.43.0.dist-info/METADATA", "Name: wheel\nVersion: 0.43.0\n")))
                .extracting(p -> p.extra().get("python.vendored"))
                .containsExactly("true");
    }

    private static List<PackageFile> files(PackagesScan scan) throws IOException {
        return parse(scan).get(0).files();
    }

    private static PackagesScan wheel(String record) {
        return scan("/opt/s/a-1.dist-info/METADATA", "Name: a\nVersion: 1\n", "/opt/s/a-1.dist-info/RECORD", record);
    }

    @Test
    void absolutePathsOfRecordAreTakenAsTheyAre() throws IOException {
        assertThat(files(wheel("/etc/a.conf," + HASH + ",0\n")))
                .extracting(PackageFile::path)
                .contains(ImagePath.of("/etc/a.conf"));
    }

    @Test
    void pathsThatLeaveTheImageAreReportedAndNotClaimed() throws IOException {
        PackagesScan scan = wheel("../../../etc/passwd,,\n../..,,\nx/../../../../../etc/shadow,,\n../../etc/fine,,\n");

        assertThat(files(scan))
                .extracting(f -> f.path().toString())
                .containsExactly("/etc/fine", "/opt/s/a-1.dist-info/RECORD");
        assertThat(scan.diagnostics().codes())
                .containsExactly("python.files.outside", "python.files.outside", "python.files.outside");
    }

    @ParameterizedTest
    @CsvSource({"'a.py,,\na.py,H,0\n'", "'a.py,H,0\na.py,,\n'", "'a.py,H,0\n./a.py,H,0\n'"})
    void ofTwoRowsTheOneWithAHashCounts(String record) throws IOException {
        PackagesScan scan = wheel(record.replace("H", HASH));

        assertThat(files(scan))
                .filteredOn(f -> f.path().equals(ImagePath.of("/opt/s/a.py")))
                .singleElement()
                .extracting(PackageFile::rule)
                .isEqualTo("python.record");
        assertThat(scan.diagnostics().all()).isEmpty();
    }

    @Test
    void twoHashesForOneFileAreReported() throws IOException {
        PackagesScan scan = wheel("a.py," + HASH + ",0\na.py,md5=1B2M2Y8AsgTpgAmY7PhCfg,0\n");

        assertThat(files(scan).get(0).digest())
                .hasToString("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(scan.diagnostics().codes()).containsExactly("python.files.twice");
    }

    @Test
    void aHashThatCannotBeCheckedLeavesTheFileOwned() throws IOException {
        PackagesScan scan = wheel("a.py,blake2b=AAAA,7\n");

        assertThat(files(scan).get(0)).satisfies(file -> {
            assertThat(file.digest()).isNull();
            assertThat(file.size()).isEqualTo(7);
            assertThat(file.rule()).isEqualTo("python.record.unhashed");
        });
        assertThat(scan.diagnostics().codes()).containsExactly("python.record.hash");
    }

    @Test
    void malformedRowsAreReported() throws IOException {
        PackagesScan scan = wheel("a,b,c,d\n,,\n");
        parse(scan);

        assertThat(scan.diagnostics().all())
                .extracting(d -> d.code(), d -> d.message())
                .containsExactly(tuple(
                        "python.record.row",
                        "2 rows of /opt/s/a-1.dist-info/RECORD are malformed, the first of them ends in line 1"));
    }

    @Test
    void rowsBeforeALimitCount() throws IOException {
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 80).build();
        PackagesScan scan = wheel("a.py,,\n" + "x".repeat(100) + ",,\n").withLimits(limits);

        assertThat(files(scan)).extracting(PackageFile::path).contains(ImagePath.of("/opt/s/a.py"));
        assertThat(scan.diagnostics().codes()).containsExactly("python.record.limit");
    }

    @Test
    void withoutRecordOnlyTheMetadataIsClaimed() throws IOException {
        PackagesScan scan = scan(
                "/s/a-1.dist-info/METADATA", "Name: a\nVersion: 1\n",
                "/s/a-1.dist-info/INSTALLER", "debian\n",
                "/s/a-1.dist-info/planted", "x",
                "/s/a/__init__.py", "");

        assertThat(files(scan))
                .extracting(f -> f.path().toString(), PackageFile::rule)
                .containsExactly(
                        tuple("/s/a-1.dist-info/METADATA", "python.dist-info"),
                        tuple("/s/a-1.dist-info/INSTALLER", "python.dist-info"));
    }

    @Test
    void anEggClaimsWhatItListsAndHolds() throws IOException {
        PackagesScan scan = scan(
                "/s/a-1-py3.9.egg/EGG-INFO/PKG-INFO", "Name: a\nVersion: 1\n",
                "/s/a-1-py3.9.egg/EGG-INFO/SOURCES.txt", "setup.py\na/__init__.py\n../../../etc/passwd\n",
                "/s/a-1-py3.9.egg/EGG-INFO/native_libs.txt", "a/_x.so\n",
                "/s/a-1-py3.9.egg/a/__init__.py", "",
                "/s/a-1-py3.9.egg/a/_x.so", "",
                "/s/a-1-py3.9.egg/a/planted.py", "",
                "/etc/passwd", "");

        assertThat(files(scan))
                .filteredOn(f -> f.rule().equals("python.egg-sources"))
                .extracting(f -> f.path().toString())
                .containsExactly("/s/a-1-py3.9.egg/a/__init__.py", "/s/a-1-py3.9.egg/a/_x.so");
    }

    @Test
    void sourcesOfASourceTreeAreNotClaimed() throws IOException {
        PackagesScan scan = scan(
                "/app/a.egg-info/PKG-INFO", "Name: a\nVersion: 1\n",
                "/app/a.egg-info/SOURCES.txt", "a.py\n",
                "/app/a.py", "");

        assertThat(files(scan)).extracting(PackageFile::path).doesNotContain(ImagePath.of("/app/a.py"));
    }

    @Test
    void filesAreLeftOutWhereNobodyWantsThem() throws IOException {
        assertThat(parse(wheel("a.py,,\n").withoutFiles()).get(0).files()).isEmpty();
    }

    @Test
    void aMalformedDirectUrlIsReported() throws IOException {
        PackagesScan scan =
                scan("/s/a-1.dist-info/METADATA", "Name: a\nVersion: 1\n", "/s/a-1.dist-info/direct_url.json", "{");

        assertThat(parse(scan)).hasSize(1);
        assertThat(scan.diagnostics().codes()).containsExactly("python.metadata.file");
    }

    @Test
    void whatPipMovedOutOfLibPythonIntoATargetIsClaimedThere() throws IOException {
        PackagesScan scan = scan(
                "/deps/a-1.dist-info/METADATA", "Name: a\nVersion: 1\n",
                "/deps/a-1.dist-info/RECORD",
                        "../../bin/a," + HASH + ",0\n../../share/a.1," + HASH + ",0\n../../bin/gone," + HASH + ",0\n",
                "/deps/bin/a", "",
                "/deps/share/a.1", "",
                "/share/a.1", "");

        assertThat(files(scan)).extracting(f -> f.path().toString()).startsWith("/deps/bin/a", "/deps/share/a.1");
        assertThat(scan.diagnostics().codes()).containsExactly("python.files.outside");
    }

    @Test
    void whatStayedBesideLibPythonIsClaimedThere() throws IOException {
        PackagesScan scan = scan(
                "/opt/lib/python/a-1.dist-info/METADATA", "Name: a\nVersion: 1\n",
                "/opt/lib/python/a-1.dist-info/RECORD", "../../bin/a," + HASH + ",0\n",
                "/opt/lib/python/bin/a", "planted",
                "/opt/bin/a", "");

        assertThat(files(scan)).extracting(f -> f.path().toString()).startsWith("/opt/bin/a");
    }

    @Test
    void directoriesOfCompiledFilesThatVirtualenvListsMayBeMissing() throws IOException {
        assertThat(files(wheel("a/__pycache__,,\n")).get(0).ifMissing()).isEqualTo(MissingClass.GHOST);
    }

    @Test
    void whatUvUnpackedToItsCacheSaysSo() throws IOException {
        assertThat(parse(scan(
                        "/root/.cache/uv/archive-v0/mSHLJ-xE/idna-3.4.dist-info/METADATA",
                        "Name: idna\nVersion: 3.4\n")))
                .extracting(p -> p.extra().get("python.cached"))
                .containsExactly("true");
    }
}
