package dev.jonah.sysdb.debian.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ListReadersTest {
    private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";
    private static final String SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void listsHoldPathsWithoutTheRootAndWithoutSlashesAtTheirEnd() {
        Reading<RawText> list = Texts.read("/.\n/usr/\n/usr/a b\n/usr/\\x2d\n/usr/cr\r\n/", FileListReader::read);
        assertThat(list.entries()).isEqualTo(Texts.raw("/usr", "/usr/a b", "/usr/\\x2d", "/usr/cr\r"));
        assertThat(list.problems()).isEmpty();
    }

    @Test
    void linesOfListsThatAreNoPathAreProblems() {
        Reading<RawText> list = Texts.read("/a\n\nb\n/c\0\n/d", FileListReader::read);
        assertThat(list.entries()).isEqualTo(Texts.raw("/a", "/d"));
        assertThat(Texts.lines(list.problems())).containsExactly(2L, 3L, 4L);
    }

    @Test
    void namesAreBytes() {
        byte[] text = "/caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        Reading<RawText> list =
                FileListReader.read(new ByteArrayInputStream(text), dev.jonah.diagnostic.Limits.defaults());
        assertThat(list.entries()).containsExactly(RawText.ofLatin1("/caf\u00e9"));
    }

    @Test
    void checksumsAreTakenAsOtherPackagersWriteThem() {
        Reading<RecordedDigest> sums = Texts.read(
                MD5 + "  usr/a b\n" + MD5.toUpperCase(java.util.Locale.ROOT) + "  ./b\n" + MD5 + " */c\n" + MD5
                        + "  d/",
                Md5sumsReader::read);
        assertThat(sums.entries()).extracting(RecordedDigest::path).isEqualTo(Texts.raw("/usr/a b", "/b", "/c", "/d"));
        assertThat(sums.entries()).extracting(e -> e.digest().toString()).containsOnly("md5:" + MD5);
        assertThat(sums.problems()).isEmpty();
    }

    @Test
    void longerChecksumsAreTakenAndReportedOnce() {
        Reading<RecordedDigest> sums = Texts.read(SHA256 + "  a\n" + SHA256 + "  b\n", Md5sumsReader::read);
        assertThat(sums.entries()).extracting(e -> e.digest().toString()).containsOnly("sha256:" + SHA256);
        assertThat(sums.problems()).extracting(Problem::message).containsExactly("SHA-256 where MD5 should be");
    }

    @Test
    void linesThatAreNoChecksumAreProblems() {
        String text = "\nzz  a\n" + MD5 + "\n" + MD5 + "  \n" + MD5.substring(2) + "  a\n" + MD5.replace('d', 'g')
                + "  a\n" + MD5 + "  ok";
        Reading<RecordedDigest> sums = Texts.read(text, Md5sumsReader::read);
        assertThat(sums.entries())
                .extracting(RecordedDigest::path)
                .isEqualTo(Texts.raw("/ok", "/ok").subList(0, 1));
        assertThat(Texts.lines(sums.problems())).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void configurationFilesMayBeMeantForRemoval() {
        Reading<Conffile> files = Texts.read("/etc/a\nremove-on-upgrade /etc/b\n\netc/c\n", ConffilesReader::read);
        assertThat(files.entries())
                .containsExactly(
                        new Conffile(Texts.raw("/etc/a"), null, false, false),
                        new Conffile(Texts.raw("/etc/b"), null, false, true));
        assertThat(Texts.lines(files.problems())).containsExactly(4L);
    }

    @Test
    void listsOfOpkgMayHaveModesAndTargets() {
        Reading<OpkgFile> list = Texts.read("/a\n/b\t0100755\n/c\t0120777\td e\n/f\tx\nb\n", OpkgListReader::read);
        assertThat(list.entries())
                .containsExactly(
                        new OpkgFile(Texts.raw("/a"), null, null),
                        new OpkgFile(Texts.raw("/b"), 0100755, null),
                        new OpkgFile(Texts.raw("/c"), 0120777, Texts.raw("d e")));
        assertThat(Texts.lines(list.problems())).containsExactly(4L, 5L);
    }
}
