package dev.jonah.sysdb.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.Device;
import dev.jonah.image.EntryType;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageFile.Aspect;
import dev.jonah.packages.PackageFile.Difference;
import dev.jonah.sysdb.rpm.format.HeaderBuilder;
import dev.jonah.sysdb.rpm.format.RpmFile;
import dev.jonah.sysdb.rpm.format.RpmTag;
import dev.jonah.testkit.FakeTree;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileMappingTest {
    private static final String HEX = "ab".repeat(32);
    private static final int FILE = 0100644;
    private static final int DIRECTORY = 0040755;
    private static final int LINK = 0120777;
    private static final int CONFIG = 1;
    private static final int DOC = 1 << 1;
    private static final int MISSINGOK = 1 << 3;
    private static final int GHOST = 1 << 6;
    private static final int ALL = -1;

    private int mode = FILE;
    private int flags;
    private int verify = ALL;
    private int state;
    private int device;
    private String digest = HEX;
    private String target = "";
    private String language = "";
    private String capabilities = "";
    private String signature = "";
    private FakeTree tree = FakeTree.empty();

    private PackageFile map() {
        List<RpmFile> files = HeaderBuilder.withoutRegion()
                .texts(RpmTag.OLDFILENAMES, "/a/b")
                .int16(RpmTag.FILEMODES, mode)
                .int32(RpmTag.FILESIZES, 5)
                .int32(RpmTag.FILEFLAGS, flags)
                .int32(RpmTag.FILEVERIFYFLAGS, verify)
                .int8(RpmTag.FILESTATES, state)
                .int16(RpmTag.FILERDEVS, device)
                .int32(RpmTag.FILEMTIMES, 99)
                .int32(RpmTag.FILEDIGESTALGO, 8)
                .texts(RpmTag.FILEDIGESTS, digest)
                .texts(RpmTag.FILELINKTOS, target)
                .texts(RpmTag.FILEUSERNAME, "root")
                .texts(RpmTag.FILEGROUPNAME, "mail")
                .texts(RpmTag.FILELANGS, language)
                .texts(RpmTag.FILECAPS, capabilities)
                .texts(RpmTag.FILESIGNATURES, signature)
                .rpm()
                .files(problem -> {
                    throw new AssertionError(problem);
                });
        return FileMapping.map(files.get(0), tree, ImagePath.ROOT);
    }

    @Test
    void ordinaryFilePromisesAllThatIsRecorded() {
        PackageFile file = map();
        assertThat(file.type()).isEqualTo(EntryType.FILE);
        assertThat(file.size()).isEqualTo(5);
        assertThat(file.digest()).isEqualTo(new Digest(Digest.Algorithm.SHA256, HEX));
        assertThat(file.mode()).isEqualTo(0644);
        assertThat(file.owner()).isEqualTo("root");
        assertThat(file.group()).isEqualTo("mail");
        assertThat(file.modified()).isEqualTo(99);
        assertThat(file.attributes()).isEmpty();
        assertThat(file.masked()).isEmpty();
        assertThat(file.ifDifferent()).isEqualTo(Difference.MODIFIED);
        assertThat(file.ifMissing()).isEqualTo(MissingClass.UNEXPLAINED);
        assertThat(file.note()).isNull();
    }

    @Test
    void signatureOfTheContentIsPromisedWhereTheImageKeepsOne() {
        signature = "0302";
        assertThat(map().attributes()).isEmpty();

        tree = FakeTree.builder()
                .file("/a/b", "x")
                .attribute("/a/b", "security.ima", RawText.of("other"))
                .build();
        assertThat(map().attributes())
                .containsExactly(Map.entry("security.ima", Digest.compute(Digest.Algorithm.SHA256, new byte[] {3, 2})));
    }

    @Test
    void linkPromisesItsTarget() {
        mode = LINK;
        target = "../x";
        digest = "";
        PackageFile file = map();
        assertThat(file.type()).isEqualTo(EntryType.SYMLINK);
        assertThat(file.target()).hasToString("../x");
        assertThat(file.size()).isNull();
        assertThat(file.attributes()).isNull();
    }

    @Test
    void directoryPromisesModeAndOwner() {
        mode = DIRECTORY;
        digest = "";
        PackageFile file = map();
        assertThat(file.type()).isEqualTo(EntryType.DIRECTORY);
        assertThat(file.mode()).isEqualTo(0755);
        assertThat(file.size()).isNull();
        assertThat(file.modified()).isNull();
    }

    @Test
    void editedConfigurationIsEditedAndAbsentOneRemoved() {
        flags = CONFIG;
        assertThat(map().ifDifferent()).isEqualTo(Difference.CONFIG_EDITED);
        assertThat(map().ifMissing()).isEqualTo(MissingClass.CONFIG_REMOVED);
    }

    @Test
    void ghostPromisesNoContent() {
        flags = GHOST;
        PackageFile file = map();
        assertThat(file.digest()).isNull();
        assertThat(file.size()).isNull();
        assertThat(file.type()).isNull();
        assertThat(file.modified()).isNull();
        assertThat(file.mode()).isEqualTo(0644);
        assertThat(file.ifMissing()).isEqualTo(MissingClass.GHOST);
        assertThat(file.ifDifferent()).isEqualTo(Difference.EXPECTED);
        assertThat(file.rule()).isEqualTo("rpm.ghost");
    }

    @Test
    void ghostWithoutModePromisesNone() {
        flags = GHOST;
        mode = 0;
        assertThat(map().mode()).isNull();
    }

    @Test
    void absenceThatThePackageAllowsIsExpected() {
        flags = MISSINGOK;
        assertThat(map().ifMissing().isExpected()).isTrue();
        assertThat(map().note()).isEqualTo("it may be missing (missingok)");
        assertThat(map().digest()).isNotNull();
    }

    @Test
    void documentationThatWasLeftOutIsExcluded() {
        flags = DOC;
        state = 2;
        PackageFile file = map();
        assertThat(file.ifMissing()).isEqualTo(MissingClass.EXCLUDED_DOC);
        assertThat(file.note()).isEqualTo("documentation that was left out at installation");
    }

    @Test
    void whatLiesInPlaceOfAFileThatWasLeftOutMustBeThatFile() {
        state = 2;
        assertThat(map().digest()).isNotNull();
        assertThat(map().ifDifferent()).isEqualTo(Difference.MODIFIED);
    }

    @Test
    void languageThatWasLeftOutIsNamed() {
        state = 2;
        language = "de";
        assertThat(map().note()).isEqualTo("a file for the language de that was left out at installation");
    }

    @Test
    void replacedFileHasToExistAndNoMore() {
        state = 1;
        PackageFile file = map();
        assertThat(file.digest()).isNull();
        assertThat(file.type()).isNull();
        assertThat(file.mode()).isNull();
        assertThat(file.ifMissing()).isEqualTo(MissingClass.UNEXPLAINED);
    }

    @Test
    void fileOnSharedFileSystemIsNotMissed() {
        state = 3;
        assertThat(map().ifMissing().isExpected()).isTrue();
    }

    @Test
    void fileOfAnotherWordLengthPromisesNoContent() {
        state = 4;
        PackageFile file = map();
        assertThat(file.digest()).isNull();
        assertThat(file.size()).isNull();
        assertThat(file.modified()).isNull();
        assertThat(file.mode()).isEqualTo(0644);
    }

    @Test
    void maskedChecksumLeavesTheSize() {
        verify = ~1;
        assertThat(map().digest()).isNull();
        assertThat(map().size()).isEqualTo(5);
        assertThat(map().ifDifferent()).isEqualTo(Difference.MODIFIED);
    }

    @Test
    void maskedSizeLeavesTheChecksum() {
        verify = ~2;
        assertThat(map().size()).isNull();
        assertThat(map().digest()).isNotNull();
    }

    @Test
    void maskedContentMayDiffer() {
        verify = ~3;
        flags = CONFIG;
        PackageFile file = map();
        assertThat(file.ifDifferent()).isEqualTo(Difference.EXPECTED);
        assertThat(file.note())
                .isEqualTo("it is configuration; the package does not want its content to be checked (%verify)");
    }

    @Test
    void maskedTargetMayDiffer() {
        mode = LINK;
        target = "x";
        verify = ~4;
        assertThat(map().ifDifferent()).isEqualTo(Difference.EXPECTED);
    }

    @Test
    void everyOtherMaskIsPassedOn() {
        verify = ~(8 | 16 | 32 | 64 | 256);
        assertThat(map().masked()).containsExactlyInAnyOrder(Aspect.values());
    }

    @Test
    void checksumThatCannotBeComputedIsNamed() {
        digest = "short";
        assertThat(map().digest()).isNull();
        assertThat(map().note()).isEqualTo("recorded is SHA-256 short, which cannot be compared");
    }

    @Test
    void capabilitiesBecomeTheAttribute() {
        capabilities = "cap_net_raw=ep";
        assertThat(map().attributes())
                .isEqualTo(Map.of(
                        "security.capability",
                        Digest.compute(
                                Digest.Algorithm.SHA256,
                                java.util.HexFormat.of().parseHex("0100000200200000000000000000000000000000"))));
    }

    @Test
    void capabilitiesThatNobodyKnowsAreNotCompared() {
        capabilities = "=ep";
        assertThat(map().attributes()).isNull();
        assertThat(map().note()).isEqualTo("recorded are the capabilities =ep, which cannot be compared");
    }

    @Test
    void deviceHasItsNumber() {
        mode = 0020666;
        device = 0x0103;
        assertThat(map().type()).isEqualTo(EntryType.CHAR);
        assertThat(map().device()).isEqualTo(new Device(1, 3));
    }

    @Test
    void deviceIsComparedInTheBitsThatAreKept() {
        mode = 0060660;
        device = 0x0301;
        tree = FakeTree.builder().block("/a/b", 259, 1).build();
        assertThat(map().device()).isEqualTo(new Device(259, 1));
    }

    @Test
    void directoriesOfTheKernelMayBeAbsent() {
        List<RpmFile> files = HeaderBuilder.withoutRegion()
                .texts(RpmTag.OLDFILENAMES, "/proc")
                .int16(RpmTag.FILEMODES, 0040555)
                .rpm()
                .files(problem -> {});
        PackageFile file = FileMapping.map(files.get(0), tree, ImagePath.ROOT);
        assertThat(file.ifMissing()).isEqualTo(MissingClass.GHOST);
        assertThat(file.mode()).isNull();
    }
}
