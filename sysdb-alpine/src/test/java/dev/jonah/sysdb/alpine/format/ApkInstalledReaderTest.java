package dev.jonah.sysdb.alpine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApkInstalledReaderTest {
    private static final String SHA1 = "Z:Q1AAECAwQFBgcICQoLDA0ODxAREhM=";
    private static final String SHA1_HEX = "000102030405060708090a0b0c0d0e0f10111213";

    @Test
    void packagesEndAtEmptyLinesAndAtTheEnd() throws IOException {
        assertThat(read("P:a\nV:1\n\n\nP:b\nV:2\n"))
                .extracting(ApkPackage::name)
                .containsExactly("a", "b");
    }

    @Test
    void withoutFilesThePackagesAreTheSame() throws IOException {
        String text = "P:a\nV:1\nF:bin\nM:0:0:700\nR:x\na:0:0:755\n" + SHA1 + "\nF:x/../..\nt:5\n\nP:b\nV:2\n";
        ApkInstalledReader reader = ApkInstalledReader.withoutFiles(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.defaults());
        ApkPackage first = reader.read();
        assertThat(first.fields()).isEqualTo(read(text).get(0).fields());
        assertThat(first.directories()).isEmpty();
        assertThat(first.files()).isEmpty();
        assertThat(first.problems()).isEmpty();
        assertThat(reader.read().name()).isEqualTo("b");
        assertThat(reader.read()).isNull();
    }

    @Test
    void aSingleByteEndsAPackageWithoutFilesToo() throws IOException {
        ApkInstalledReader reader = ApkInstalledReader.withoutFiles(
                new ByteArrayInputStream("P:a\nR\nP:b\n".getBytes(StandardCharsets.UTF_8)), Limits.defaults());
        assertThat(reader.read().name()).isEqualTo("a");
        assertThat(reader.read().name()).isEqualTo("b");
    }

    @Test
    void fieldsAreKeptInOrderAndRepeatedAndUnknownOnesToo() throws IOException {
        ApkPackage read = one("V:1\nP:a\nD:so:x\nD:y z\nU:\nw:later\n");
        assertThat(read.fields()).extracting(ApkField::letter).containsExactly('V', 'P', 'D', 'D', 'U', 'w');
        assertThat(read.words('D')).containsExactly("so:x", "y", "z");
        assertThat(read.text('U')).isNull();
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void ofARepeatedFieldTheLastCounts() throws IOException {
        assertThat(one("P:a\nV:1\nV:2\n").version()).isEqualTo("2");
    }

    @Test
    void literalBracketsAreAValue() throws IOException {
        assertThat(one("P:a\ni:[]\n").words('i')).containsExactly("[]");
    }

    @Test
    void unknownCapitalIsKeptAndReported() throws IOException {
        ApkPackage read = one("P:a\nX:new\n");
        assertThat(read.text('X')).isEqualTo("new");
        assertThat(read.problems()).extracting(ApkProblem::kind).containsExactly(ApkProblem.Kind.UNKNOWN);
    }

    @Test
    void unknownFlagIsReported() throws IOException {
        assertThat(one("P:a\nf:sQ\n").problems())
                .containsExactly(new ApkProblem(2, ApkProblem.Kind.UNKNOWN, "unknown flag Q"));
    }

    @Test
    void directoriesAndFilesHaveTheDefaultsOfApk() throws IOException {
        ApkPackage read = one("P:a\nF:usr/bin\nR:x\n" + SHA1 + "\n");
        assertThat(read.directories())
                .containsExactly(new ApkDirectory(RawText.of("usr/bin"), new ApkAcl(0, 0, 0755, null)));
        ApkFile file = read.files().get(0);
        assertThat(file.path()).hasToString("usr/bin/x");
        assertThat(file.acl()).isEqualTo(new ApkAcl(0, 0, 0644, null));
        assertThat(file.checksum()).hasToString("sha1:" + SHA1_HEX);
    }

    @Test
    void modesMayHaveThreeOrFourDigits() throws IOException {
        ApkPackage read = one("P:a\nF:tmp\nM:0:0:1777\nR:x\na:1:42:640\nR:y\na:0:0:04755\n");
        assertThat(read.directories().get(0).acl()).isEqualTo(new ApkAcl(0, 0, 01777, null));
        assertThat(read.files())
                .extracting(ApkFile::acl)
                .containsExactly(new ApkAcl(1, 42, 0640, null), new ApkAcl(0, 0, 04755, null));
    }

    @Test
    void aclMayHaveAChecksumOfAttributes() throws IOException {
        ApkAcl acl = one("P:a\nF:x\nR:y\na:0:0:755:" + SHA1.substring(2) + "\n")
                .files()
                .get(0)
                .acl();
        assertThat(acl).isNotNull();
        assertThat(acl.attributes()).hasToString("sha1:" + SHA1_HEX);
    }

    @Test
    void malformedAclIsUnknownAndNotTheDefault() throws IOException {
        ApkPackage read = one("P:a\nF:x\nM:0:0:9\nR:y\na:root:0:755\n");
        assertThat(read.directories().get(0).acl()).isNull();
        assertThat(read.files().get(0).acl()).isNull();
        assertThat(read.problems()).extracting(ApkProblem::line).containsExactly(3L, 5L);
    }

    @Test
    void emptyDirectoryIsTheRoot() throws IOException {
        ApkPackage read = one("P:a\nF:\nR:init\n");
        assertThat(read.directories().get(0).path().isEmpty()).isTrue();
        assertThat(read.files().get(0).path()).hasToString("init");
    }

    @Test
    void flagSMakesChecksumsTruncatedSha256EvenIfItComesLast() throws IOException {
        assertThat(one("P:a\nF:x\nR:y\n" + SHA1 + "\nf:S\n").files().get(0).checksum())
                .hasToString("sha256:" + SHA1_HEX);
    }

    @Test
    void fileWithoutDirectoryIsReported() throws IOException {
        ApkPackage read = one("P:a\nR:x\n" + SHA1 + "\n");
        assertThat(read.files()).isEmpty();
        assertThat(read.problems()).extracting(ApkProblem::line).containsExactly(2L, 3L);
    }

    @Test
    void checksumBeforeItsFileIsReportedAndNotGivenToAnother() throws IOException {
        ApkPackage read = one("P:a\nF:x\n" + SHA1 + "\nR:y\n");
        assertThat(read.files().get(0).checksum()).isNull();
        assertThat(read.problems()).extracting(ApkProblem::message).containsExactly("Z: without a file before it");
    }

    @Test
    void checksumAfterANewDirectoryIsNotGivenToTheFileOfTheOldOne() throws IOException {
        ApkPackage read = one("P:a\nF:x\nR:y\nF:z\n" + SHA1 + "\n");
        assertThat(read.files().get(0).checksum()).isNull();
    }

    @Test
    void namesThatLeaveTheRootAreReportedAndLeftOut() throws IOException {
        ApkPackage read = one("P:a\nF:a/../../etc\nR:shadow\nF:etc\nR:../passwd\nR:..\nR:\n");
        assertThat(read.files()).isEmpty();
        assertThat(read.directories()).extracting(d -> d.path().toString()).containsExactly("etc");
        assertThat(read.problems()).hasSize(5);
    }

    @Test
    void lineWithoutColonIsReported() throws IOException {
        assertThat(one("P:a\nrubbish\n").problems())
                .containsExactly(new ApkProblem(2, ApkProblem.Kind.MALFORMED, "no letter and colon at the start"));
    }

    @Test
    void stanzaOfNothingButRubbishIsNotLost() throws IOException {
        assertThat(read("rubbish\n\nP:a\n")).extracting(ApkPackage::name).containsExactly(null, "a");
    }

    @Test
    void everyPrefixIsReadWithoutAnException() throws IOException {
        byte[] whole = ("C:Q1\nP:a\nV:1\nf:S\nF:usr\nM:0:0:755:X1\nR:b\na:0:0:1\n" + SHA1 + "\n\nP:c\n\n")
                .getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= whole.length; length++) {
            byte[] prefix = java.util.Arrays.copyOf(whole, length);
            List<ApkPackage> read = ApkInstalledReader.readAll(new ByteArrayInputStream(prefix), Limits.defaults());
            assertThat(read).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void overlongLineIsALimit() {
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 8).build();
        assertThatThrownBy(() -> ApkInstalledReader.readAll(stream("P:a\nT:a long description\n"), limits))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("line-bytes = 8");
    }

    @Test
    void tooManyLinesAreALimit() {
        Limits limits = Limits.builder().set(Limits.Name.PARSER_BYTES, 1 << 20).build();
        assertThatThrownBy(() -> ApkInstalledReader.readAll(stream("T:\n".repeat(100_001)), limits))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("100000 lines");
    }

    @Test
    void packageThatTheInputBreaksOffInIsReadBeforeTheFailure() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("damaged");
            }
        };
        try (ApkInstalledReader reader = new ApkInstalledReader(
                new SequenceInputStream(stream("P:a\nV:1\n\nP:b\n"), broken), Limits.defaults())) {
            assertThat(reader.read()).extracting(ApkPackage::name).isEqualTo("a");
            assertThat(reader.read()).extracting(ApkPackage::name).isEqualTo("b");
            assertThatThrownBy(reader::read).isInstanceOf(IOException.class).hasMessage("damaged");
        }
    }

    private static ApkPackage one(String text) throws IOException {
        List<ApkPackage> read = read(text);
        assertThat(read).hasSize(1);
        return read.get(0);
    }

    private static List<ApkPackage> read(String text) throws IOException {
        return ApkInstalledReader.readAll(stream(text), Limits.defaults());
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
