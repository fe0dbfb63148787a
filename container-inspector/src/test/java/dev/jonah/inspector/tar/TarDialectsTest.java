package dev.jonah.inspector.tar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.Device;
import dev.jonah.image.EntryType;
import dev.jonah.image.LayerEntry;
import dev.jonah.testkit.LayerScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TarDialectsTest {
    private static final byte[] AFTER = RawTar.member("after").with("z");
    private static final RawText VALUE = RawText.ofLatin1("\1\0\0\2\n=\u00ff");

    private final LayerScanHolder scan = new LayerScanHolder();

    /** The members that a reader finds, without the one that shows that the next header was found. */
    private List<LayerEntry> read(byte[]... members) throws IOException {
        List<LayerEntry> all = scan.read(RawTar.archive(RawTar.join(members), AFTER));
        assertThat(all).as("entries").isNotEmpty();
        assertThat(all.get(all.size() - 1).name()).hasToString("after");
        return all.subList(0, all.size() - 1);
    }

    private LayerEntry one(byte[]... members) throws IOException {
        List<LayerEntry> all = read(members);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static String text(LayerEntry entry) throws IOException {
        return new String(entry.content().head(1000), StandardCharsets.ISO_8859_1);
    }

    @Test
    void gnuLongNamesAndLinks() throws IOException {
        String name = "n/".repeat(100) + "n";
        String link = "l/".repeat(100) + "l";
        byte[] longName = RawTar.member("././@LongLink").gnu().type('L').with(name + "\0");
        byte[] longLink = RawTar.member("././@LongLink").gnu().type('K').with(link + "\0");
        byte[] member = RawTar.member("n".repeat(100))
                .gnu()
                .type('2')
                .link("l".repeat(100))
                .header();
        LayerEntry entry = one(longLink, longName, member);
        assertThat(entry.name()).hasToString(name);
        assertThat(entry.target()).hasToString(link);
        assertThat(read(longLink, longName, member, RawTar.member("short").with("x"))
                        .get(1)
                        .name())
                .hasToString("short");
    }

    @Test
    void base256Numbers() throws IOException {
        LayerEntry entry = one(RawTar.member("a")
                .gnu()
                .base256(108, 8, 4_000_000_000L)
                .base256(116, 8, 4_000_000_001L)
                .base256(124, 12, 3)
                .base256(136, 12, -86_400)
                .with("abc"));
        assertThat(entry.uid()).isEqualTo(4_000_000_000L);
        assertThat(entry.gid()).isEqualTo(4_000_000_001L);
        assertThat(entry.modified()).isEqualTo(-86_400);
        assertThat(text(entry)).isEqualTo("abc");
    }

    @Test
    void negativeAndUnboundedSizesEndTheListing() throws IOException {
        for (RawTar bad : List.of(
                RawTar.member("a").gnu().base256(124, 12, -1),
                RawTar.member("a").text(124, "\u00ff" + "\u007f".repeat(11)),
                RawTar.member("a").text(124, "not a number"))) {
            assertThat(scan.read(RawTar.archive(bad.header(), AFTER))).isEmpty();
            assertThat(scan.problem).contains("malformed size at a");
        }
    }

    @Test
    void blankNumbersAreZeroAndWrongOnesAreReported() throws IOException {
        LayerEntry blank = one(RawTar.member("a")
                .text(108, " ".repeat(8))
                .text(136, "\0".repeat(12))
                .with("x"));
        assertThat(blank.uid()).isZero();
        assertThat(scan.codes()).isEmpty();
        one(RawTar.member("a").text(108, "12x4567\0").with("x"));
        assertThat(scan.codes()).containsExactly("tar.number");
    }

    @Test
    void headersOfBeforePosix() throws IOException {
        List<LayerEntry> found = read(
                RawTar.member("dir/").v7().type('\0').header(),
                RawTar.member("dir/a").v7().type('\0').text(345, "no prefix").with("1"));
        assertThat(found).extracting(LayerEntry::type).containsExactly(EntryType.DIRECTORY, EntryType.FILE);
        assertThat(found.get(1).name()).hasToString("dir/a");
        assertThat(scan.codes()).isEmpty();
    }

    @Test
    void signedChecksumsOfOldPrograms() throws IOException {
        byte[] member = RawTar.member("\u00e9").v7().header();
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += i >= 148 && i < 156 ? ' ' : member[i];
        }
        byte[] checksum = String.format("%06o\0 ", sum).getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(checksum, 0, member, 148, 8);
        assertThat(one(member).name()).isEqualTo(RawText.ofLatin1("\u00e9"));
    }

    @Test
    void thePrefixIsPartOfTheNameInPosixHeadersOnly() throws IOException {
        assertThat(one(RawTar.member("name").text(345, "the/prefix").with("x")).name())
                .hasToString("the/prefix/name");
        assertThat(one(RawTar.member("name").gnu().text(345, "00000000000").with("x"))
                        .name())
                .hasToString("name");
        assertThat(one(RawTar.member("name").text(345, "p".repeat(155)).with("x"))
                        .name())
                .hasToString("p".repeat(155) + "/name");
    }

    @Test
    void thePrefixOfStarIsShorterBecauseTimesFollow() throws IOException {
        RawTar member = RawTar.member("name").text(345, "p".repeat(131)).text(476, "00000000001 00000000002 ");
        assertThat(one(member.text(508, "tar\0").with("x")).name()).hasToString("p".repeat(131) + "/name");
    }

    @Test
    void paxRecordsReplaceFields() throws IOException {
        LayerEntry entry = one(
                RawTar.pax(
                        'x',
                        "path",
                        "p\u00c3\u00a4th",
                        "size",
                        "3",
                        "uid",
                        "3000000000",
                        "gid",
                        "3000000001",
                        "mtime",
                        "-1.5",
                        "unknown.key",
                        "v"),
                RawTar.member("short").size(0).with("abc"));
        assertThat(entry.name()).hasToString("p\u00e4th");
        assertThat(text(entry)).isEqualTo("abc");
        assertThat(entry.uid()).isEqualTo(3_000_000_000L);
        assertThat(entry.gid()).isEqualTo(3_000_000_001L);
        assertThat(entry.modified()).isEqualTo(-2);
        assertThat(entry.attributes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.999999999, 1", "0.0, 0", "-1, -1", "-1.0, -1", "-0.5, -1", "253402300800, 253402300800"})
    void fractionsOfTimesAreCutTowardsThePast(String written, long seconds) throws IOException {
        assertThat(one(RawTar.pax('x', "mtime", written), RawTar.member("a").with("x"))
                        .modified())
                .isEqualTo(seconds);
    }

    @Test
    void paxLinks() throws IOException {
        String target = "t".repeat(300);
        LayerEntry entry = one(
                RawTar.pax('x', "linkpath", target),
                RawTar.member("a").type('2').link("t".repeat(100)).header());
        assertThat(entry.target()).hasToString(target);
    }

    @Test
    void attributesAreBytes() throws IOException {
        String base64 = Base64.getEncoder().encodeToString(VALUE.bytes());
        LayerEntry entry = one(
                RawTar.pax(
                        'x',
                        "SCHILY.xattr.security.capability",
                        VALUE.latin1(),
                        "LIBARCHIVE.xattr.user.a%20b",
                        base64,
                        "SCHILY.xattr.user.empty",
                        ""),
                RawTar.member("a").with("x"));
        assertThat(entry.attributes())
                .isEqualTo(Map.of("security.capability", VALUE, "user.a b", VALUE, "user.empty", RawText.of("")));
    }

    @Test
    void globalRecordsHoldUntilTheyAreTakenBack() throws IOException {
        List<LayerEntry> found = read(
                RawTar.pax('g', "uid", "7", "gid", "8"),
                RawTar.member("a").with("x"),
                RawTar.pax('x', "uid", "9", "gid", ""),
                RawTar.member("b").octal(116, 8, 3).with("x"),
                RawTar.member("c").with("x"));
        assertThat(found).extracting(LayerEntry::uid).containsExactly(7L, 9L, 7L);
        assertThat(found).extracting(LayerEntry::gid).containsExactly(8L, 3L, 8L);
    }

    @Test
    void aRecordOfSolarisIsReadLikeOneOfPosix() throws IOException {
        byte[] records = RawTar.member("x").type('X').with(RawTar.record("path", "long"));
        assertThat(one(records, RawTar.member("short").with("x")).name()).hasToString("long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9 path=ab\n",
                "99 path=a\n",
                "path=a\n",
                "0 path=a\n",
                "-9 path=a\n",
                "10 pathabcd",
                "9 path=abc",
                "99999999999999999999 path=a\n",
                "8 patha\n",
                "12"
            })
    void aMalformedRecordIsReportedAsDamage(String record) throws IOException {
        one(RawTar.member("x").type('x').with(record), RawTar.member("a").with("x"));
        assertThat(scan.codes()).containsExactly("tar.pax-record");
        assertThat(scan.hasError()).isTrue();
    }

    @Test
    void everyKindOfMember() throws IOException {
        List<LayerEntry> found = read(
                RawTar.member("file").with("x"),
                RawTar.member("hard").type('1').link("file").header(),
                RawTar.member("soft").type('2').link("file").header(),
                RawTar.member("char")
                        .type('3')
                        .octal(329, 8, 1)
                        .octal(337, 8, 3)
                        .header(),
                RawTar.member("block").type('4').octal(329, 8, 8).header(),
                RawTar.member("dir").type('5').header(),
                RawTar.member("fifo").type('6').header(),
                RawTar.member("contiguous").type('7').with("y"));
        assertThat(found)
                .extracting(LayerEntry::type)
                .containsExactly(
                        EntryType.FILE,
                        EntryType.HARDLINK,
                        EntryType.SYMLINK,
                        EntryType.CHAR,
                        EntryType.BLOCK,
                        EntryType.DIRECTORY,
                        EntryType.FIFO,
                        EntryType.FILE);
        assertThat(found.get(3).device()).isEqualTo(new Device(1, 3));
        assertThat(scan.codes()).isEmpty();
    }

    @Test
    void anUnknownTypeIsAFileAndReported() throws IOException {
        LayerEntry entry = one(RawTar.member("strange").type('Z').with("data"));
        assertThat(entry.type()).isEqualTo(EntryType.FILE);
        assertThat(text(entry)).isEqualTo("data");
        assertThat(scan.codes()).containsExactly("tar.entry-type");
    }

    @Test
    void aSizeOfADirectoryOrLinkIsNoise() throws IOException {
        List<LayerEntry> found = read(
                RawTar.member("dir").type('5').size(1024).header(),
                RawTar.member("soft").type('2').link("x").size(77).header());
        assertThat(found).extracting(LayerEntry::size).containsExactly(0L, 0L);
    }

    @Test
    void aDirectoryListOfAnIncrementalBackupIsADirectory() throws IOException {
        LayerEntry entry = one(RawTar.member("dir/").gnu().type('D').with("Yfile\0Nother\0\0"));
        assertThat(entry.type()).isEqualTo(EntryType.DIRECTORY);
        assertThat(entry.content()).isNull();
        assertThat(scan.codes()).isEmpty();
    }

    @Test
    void volumeLabelsAreNoEntries() throws IOException {
        assertThat(read(RawTar.member("label").gnu().type('V').header())).isEmpty();
        assertThat(scan.codes()).containsExactly("tar.unlisted");
    }

    @Test
    void setIdAndStickyBitsAreKeptAndTypeBitsAreNot() throws IOException {
        assertThat(one(RawTar.member("a").octal(100, 8, 0107755).with("x")).mode())
                .isEqualTo(07755);
    }

    @Test
    void numbersOfUnusualWidthAndEndingAreRead() throws IOException {
        LayerEntry entry = one(RawTar.member("a")
                .text(108, "    17 \0")
                .text(136, "14371573301 ")
                .with("x"));
        assertThat(entry.uid()).isEqualTo(017);
        assertThat(entry.modified()).isEqualTo(014371573301L);
    }

    /** Reads and keeps what was noticed. */
    private static final class LayerScanHolder {
        private LayerScan last;
        private String problem;

        List<LayerEntry> read(byte[] tar) throws IOException {
            last = Scans.layer(tar);
            LayerScan.Result result = last.read(new TarLayerReader());
            problem = result.summary().problem();
            return result.entries();
        }

        List<String> codes() {
            return last.diagnostics().codes();
        }

        boolean hasError() {
            return last.diagnostics().all().stream()
                    .anyMatch(d -> d.severity() == dev.jonah.diagnostic.Diagnostic.Severity.ERROR);
        }
    }
}
