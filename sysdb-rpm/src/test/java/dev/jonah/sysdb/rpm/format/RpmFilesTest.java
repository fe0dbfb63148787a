package dev.jonah.sysdb.rpm.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RpmFilesTest {
    private final List<String> problems = new ArrayList<>();

    private List<RpmFile> files(HeaderBuilder header) {
        return header.rpm().files(problems::add);
    }

    private static HeaderBuilder named(String... names) {
        return HeaderBuilder.withoutRegion()
                .texts(RpmTag.BASENAMES, names)
                .texts(RpmTag.DIRNAMES, "/", "/etc/")
                .int32(RpmTag.DIRINDEXES, new int[names.length]);
    }

    @Test
    void pathsAreJoinedFromDirectoriesAndNames() {
        HeaderBuilder header = HeaderBuilder.withoutRegion()
                .texts(RpmTag.BASENAMES, "a", "b")
                .texts(RpmTag.DIRNAMES, "/", "/etc/")
                .int32(RpmTag.DIRINDEXES, 1, 0);
        assertThat(files(header)).extracting(f -> f.path().toString()).containsExactly("/etc/a", "/b");
        assertThat(problems).isEmpty();
    }

    @Test
    void wholePathsOfRpm3AreRead() {
        HeaderBuilder header = HeaderBuilder.withoutRegion().texts(RpmTag.OLDFILENAMES, "/bin/sh");
        assertThat(files(header)).extracting(f -> f.path().toString()).containsExactly("/bin/sh");
        assertThat(header.rpm().fileCount()).isEqualTo(1);
    }

    @Test
    void indexOutOfRangeLosesThatFileAlone() {
        HeaderBuilder header = HeaderBuilder.withoutRegion()
                .texts(RpmTag.BASENAMES, "a", "b", "c")
                .texts(RpmTag.DIRNAMES, "/")
                .int32(RpmTag.DIRINDEXES, 0, 7, -1);
        assertThat(files(header)).extracting(f -> f.path().toString()).containsExactly("/a");
        assertThat(problems).containsExactly("2 of 3 files have no path");
    }

    @Test
    void packageWithoutFilesHasNone() {
        assertThat(files(HeaderBuilder.withoutRegion().text(RpmTag.NAME, "meta")))
                .isEmpty();
    }

    @Test
    void shortArraysLeaveTheRestUnknown() {
        List<RpmFile> files = files(named("a", "b").int16(RpmTag.FILEMODES, 0100644));
        assertThat(files.get(0).type()).isEqualTo(RpmFile.Type.FILE);
        assertThat(files.get(1).mode()).isNull();
        assertThat(problems).containsExactly("FILEMODES (1030) has 1 values for 2 files");
    }

    @Test
    void everyValueOfAFileIsRead() {
        HeaderBuilder header = named("a")
                .int16(RpmTag.FILEMODES, 0104755)
                .int32(RpmTag.FILESIZES, 12)
                .int32(RpmTag.FILEFLAGS, 1 | 1 << 4)
                .int32(RpmTag.FILEVERIFYFLAGS, ~1)
                .int8(RpmTag.FILESTATES, 4)
                .int32(RpmTag.FILEMTIMES, 99)
                .int16(RpmTag.FILERDEVS, 0x0103)
                .int32(RpmTag.FILEDEVICES, 1)
                .int32(RpmTag.FILEINODES, 5)
                .int32(RpmTag.FILECOLORS, 2)
                .texts(RpmTag.FILEDIGESTS, "0123456789abcdef0123456789abcdef")
                .texts(RpmTag.FILELINKTOS, "")
                .texts(RpmTag.FILEUSERNAME, "root")
                .texts(RpmTag.FILEGROUPNAME, "mail")
                .texts(RpmTag.FILELANGS, "de")
                .texts(RpmTag.FILECAPS, "cap_net_raw=ep")
                .texts(RpmTag.FILESIGNATURES, "0302ff");
        assertThat(files(header))
                .containsExactly(new RpmFile(
                        RawText.of("/a"),
                        0104755,
                        12L,
                        new RpmDigest(1, "0123456789abcdef0123456789abcdef"),
                        null,
                        17,
                        ~1,
                        RpmFileState.WRONG_COLOR,
                        "root",
                        "mail",
                        null,
                        null,
                        99L,
                        0x0103,
                        1L,
                        5L,
                        2,
                        "de",
                        "cap_net_raw=ep",
                        RawText.of(new byte[] {3, 2, -1})));
        assertThat(problems).isEmpty();
    }

    @Test
    void signatureThatIsNotHexadecimalIsAProblem() {
        assertThat(files(named("a").texts(RpmTag.FILESIGNATURES, "03x")).get(0).signature())
                .isNull();
        assertThat(problems).containsExactly("signatures of files are not in hexadecimal");
    }

    @Test
    void sizesOf64BitsComeFirst() {
        HeaderBuilder header = named("a").int32(RpmTag.FILESIZES, 1).int64(RpmTag.LONGFILESIZES, 6_000_000_000L);
        assertThat(files(header).get(0).size()).isEqualTo(6_000_000_000L);
    }

    @Test
    void everyStateIsTold() {
        HeaderBuilder header = named("a", "b", "c", "d", "e", "f").int8(RpmTag.FILESTATES, 0, 1, 2, 3, 4, 255);
        assertThat(files(header)).extracting(RpmFile::state).containsExactly(RpmFileState.values());
    }

    @Test
    void hardLinksAreToldByTheirInode() {
        List<RpmFile> files = files(named("a", "b", "c")
                .int16(RpmTag.FILEMODES, 0100644, 0100644, 0100644)
                .int32(RpmTag.FILEDEVICES, 1, 1, 1)
                .int32(RpmTag.FILEINODES, 5, 5, 6));
        assertThat(files.get(0).isHardLinkOf(files.get(1))).isTrue();
        assertThat(files.get(0).isHardLinkOf(files.get(2))).isFalse();
    }

    @Test
    void algorithmOfTheHeaderIsApplied() {
        String hex = "ab".repeat(32);
        RpmFile file = files(named("a").texts(RpmTag.FILEDIGESTS, hex).int32(RpmTag.FILEDIGESTALGO, 8))
                .get(0);
        assertThat(file.digest().value()).isEqualTo(new Digest(Digest.Algorithm.SHA256, hex));
    }

    @Test
    void charactersAfterTheDigitsAreIgnoredAsRpm5WritesThem() {
        RpmDigest digest = new RpmDigest(1, "0123456789ABCDEF0123456789abcdefcpp");
        assertThat(digest.value()).isEqualTo(new Digest(Digest.Algorithm.MD5, "0123456789abcdef0123456789abcdef"));
    }

    @Test
    void checksumThatIsTooShortOrNoneIsNoValue() {
        assertThat(new RpmDigest(8, "0123456789abcdef0123456789abcdef").value()).isNull();
        assertThat(new RpmDigest(1, "zz23456789abcdef0123456789abcdef").value()).isNull();
    }

    @Test
    void algorithmThatNobodyComputesIsAFact() {
        RpmDigest digest = new RpmDigest(3, "ab".repeat(20));
        assertThat(digest.value()).isNull();
        assertThat(digest.algorithmName()).isEqualTo("RIPEMD-160");
    }
}
