package dev.jonah.sysdb.rpm.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.value.RawText;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class RpmHeaderTest {
    @Test
    void everyTypeIsDecoded() {
        RpmHeader header = HeaderBuilder.withoutRegion()
                .text(RpmTag.NAME, "bash")
                .translated(RpmTag.SUMMARY, "shell", "Muschel")
                .texts(RpmTag.DIRNAMES, "/a/", "/b/")
                .int8(RpmTag.FILESTATES, 0, 255)
                .int16(RpmTag.FILEMODES, 0100755, 0xffff)
                .int32(RpmTag.EPOCH, -1)
                .int64(RpmTag.LONGSIZE, 5_000_000_000L)
                .binary(RpmTag.SIGMD5, new byte[] {1, 0})
                .header();
        assertThat(header.text(RpmTag.NAME)).hasToString("bash");
        assertThat(header.text(RpmTag.SUMMARY)).hasToString("shell");
        assertThat(header.texts(RpmTag.DIRNAMES)).containsExactly(RawText.of("/a/"), RawText.of("/b/"));
        assertThat(header.numbers(RpmTag.FILESTATES)).containsExactly(0, 255);
        assertThat(header.numbers(RpmTag.FILEMODES)).containsExactly(0100755, 0xffff);
        assertThat(header.number(RpmTag.EPOCH)).isEqualTo(0xffff_ffffL);
        assertThat(header.number(RpmTag.LONGSIZE)).isEqualTo(5_000_000_000L);
        assertThat(header.bytes(RpmTag.SIGMD5)).containsExactly(1, 0);
        assertThat(header.problems()).isEmpty();
    }

    @Test
    void unknownTagsAreReadableByTheirNumber() throws RpmFormatException {
        RpmHeader header = RpmHeader.read(HeaderBuilder.withoutRegion()
                .entry(999_999, 6, 1, 1, new byte[] {'x', 0})
                .build());
        RpmEntry entry = header.entry(999_999);
        assertThat(entry).isEqualTo(new RpmEntry(999_999, RpmType.STRING, 0, 1, 2));
        assertThat(header.texts(entry)).containsExactly(RawText.of("x"));
    }

    @Test
    void wrongTypeOfValueIsNoValue() {
        RpmHeader header = HeaderBuilder.withoutRegion()
                .int32(RpmTag.NAME, 1)
                .text(RpmTag.EPOCH, "1")
                .header();
        assertThat(header.text(RpmTag.NAME)).isNull();
        assertThat(header.number(RpmTag.EPOCH)).isNull();
    }

    @Test
    void magicOfPackageFilesIsSkipped() throws RpmFormatException {
        byte[] plain = HeaderBuilder.withoutRegion().text(RpmTag.NAME, "x").build();
        byte[] magic = {(byte) 0x8e, (byte) 0xad, (byte) 0xe8, 1, 0, 0, 0, 0};
        byte[] whole =
                ByteBuffer.allocate(8 + plain.length).put(magic).put(plain).array();
        assertThat(RpmHeader.read(whole).text(RpmTag.NAME)).hasToString("x");
    }

    @Test
    void regionIsToldFromWhatWasAddedLater() {
        RpmHeader header = HeaderBuilder.withRegion()
                .text(RpmTag.NAME, "x")
                .endRegion()
                .int32(RpmTag.INSTALLTIME, 7)
                .header();
        assertThat(header.region()).isEqualTo(new RpmRegion(63, 2, 18));
        assertThat(header.number(RpmTag.INSTALLTIME)).isEqualTo(7);
    }

    @Test
    void signedBytesAreThoseOfThePackageFile() {
        HeaderBuilder builder =
                HeaderBuilder.withRegion().text(RpmTag.NAME, "x").endRegion().int32(RpmTag.INSTALLTIME, 7);
        assertThat(builder.header().immutable()).isEqualTo(builder.immutable());
    }

    @Test
    void entryAddedLaterCountsAndIsNamed() {
        RpmPackage rpm = HeaderBuilder.withRegion()
                .text(RpmTag.NAME, "real")
                .endRegion()
                .text(RpmTag.NAME, "false")
                .rpm();
        assertThat(rpm.name()).isEqualTo("false");
        assertThat(rpm.unsignedChanges()).containsExactly("NAME (1000)");
    }

    @Test
    void pathsOfRelocatedPackagesMayBeAddedLater() {
        RpmPackage rpm = HeaderBuilder.withRegion()
                .texts(RpmTag.DIRNAMES, "/usr/")
                .endRegion()
                .texts(RpmTag.DIRNAMES, "/opt/")
                .texts(RpmTag.INSTPREFIXES, "/opt")
                .rpm();
        assertThat(rpm.unsignedChanges()).isEmpty();
    }

    @Test
    void headerWithoutRegionIsAccepted() {
        RpmHeader header =
                HeaderBuilder.withoutRegion().text(RpmTag.NAME, "old").header();
        assertThat(header.region()).isNull();
        assertThat(header.immutable()).isNull();
        assertThat(header.problems()).isEmpty();
    }

    @Test
    void fourGigabytesInTwentyBytesAreRefused() {
        byte[] bytes = ByteBuffer.allocate(20).putInt(1).putInt(-1).array();
        assertThatThrownBy(() -> RpmHeader.read(bytes))
                .isInstanceOf(RpmFormatException.class)
                .hasMessage("a header of 1 entries and 4294967295 bytes of data in 20 bytes");
    }

    @Test
    void moreEntriesThanBytesAreRefused() {
        byte[] bytes = ByteBuffer.allocate(20).putInt(0x7fff_ffff).putInt(0).array();
        assertThatThrownBy(() -> RpmHeader.read(bytes)).isInstanceOf(RpmFormatException.class);
    }

    @Test
    void entriesThatLeadOutOfTheHeaderAreLeftOut() {
        RpmHeader header = HeaderBuilder.withoutRegion()
                .text(RpmTag.NAME, "x")
                .entry(RpmTag.FILEMODES.number(), 3, 1000, 1, new byte[0])
                .entry(RpmTag.EPOCH.number(), 4, -1, 1, new byte[0])
                .entry(RpmTag.URL.number(), 77, 1, 1, new byte[0])
                .header();
        assertThat(header.entries()).extracting(RpmEntry::tag).containsExactly(1000);
        assertThat(header.problems())
                .containsExactly(
                        "FILEMODES (1030) has 1000 values that lead out of the header",
                        "EPOCH (1003) lies at 2 of 2 bytes",
                        "URL (1020) has the unknown type 77");
    }

    @Test
    void stringWithoutEndIsKeptAndNamed() {
        RpmHeader header = HeaderBuilder.withoutRegion()
                .entry(RpmTag.NAME.number(), 6, 1, 1, new byte[] {'x', 'y'})
                .header();
        assertThat(header.text(RpmTag.NAME)).hasToString("xy");
        assertThat(header.problems()).containsExactly("NAME (1000) has a string without an end");
    }

    @Test
    void manyEntriesOverOneBlockEndSoon() {
        ByteBuffer bytes = ByteBuffer.allocate(8 + 16 * 60_000 + 4_000_000);
        bytes.putInt(60_000).putInt(4_000_000);
        for (int i = 0; i < 60_000; i++) {
            bytes.putInt(2000 + i).putInt(8).putInt(0).putInt(1_000_000);
        }
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(RpmHeader.read(bytes.array()).entries()).hasSizeLessThan(20));
    }

    @Test
    void malformedTrailerLeavesNoRegion() {
        RpmHeader header = HeaderBuilder.withRegion().text(RpmTag.NAME, "x").header();
        assertThat(header.region()).isNull();
        assertThat(header.text(RpmTag.NAME)).hasToString("x");
        assertThat(header.problems()).isNotEmpty();
    }
}
