package dev.jonah.appdb.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Archives whose directory lists the same bytes again and again. */
@Timeout(120)
class HostileArchivesTest {
    private static final byte[] JAR = Zips.maven("org.example", "text", "1.9").bytes();

    @Test
    void aMillionEntriesAreReadAndTheRestOfTheArchiveCounts() throws IOException {
        PackagesScan scan = scan(repeated("%07d.class", 1_000_000, new byte[0]));
        assertThat(scan.parse(new JavaArchiveParser()))
                .extracting(found -> found.purl().name())
                .containsExactly("a");
        assertThat(scan.diagnostics().codes()).isEmpty();
    }

    @Test
    void oneArchiveThatIsListedOftenIsReadSoManyTimesOnly() throws IOException {
        PackagesScan scan = scan(repeated("lib/%07d.jar", 25_000, JAR));
        List<SoftwarePackage> found = scan.parse(new JavaArchiveParser());
        assertThat(found).hasSizeBetween(20_000, 40_001);
        assertThat(scan.diagnostics().codes()).contains("java.archive-limit");
    }

    @Test
    void oneManifestThatIsListedOftenIsReadSoManyTimesOnly() throws IOException {
        byte[] manifest = "A: b\r\n".repeat(50_000).getBytes(StandardCharsets.US_ASCII);
        PackagesScan scan = scan(repeated("META-INF/MANIFEST.MF", 100_000, manifest));
        assertThat(scan.parse(new JavaArchiveParser())).hasSize(1);
        assertThat(scan.diagnostics().codes()).contains("java.entry-twice", "java.archive-limit");
    }

    @Test
    void signedEntriesThatAreListedOftenAreReadSoManyTimesOnly() throws IOException {
        PackagesScan scan = scan(repeated("a/A.class", 10_000, new byte[1 << 20], Zips.unpack(Zips.signed())));
        assertThat(scan.parse(new JavaArchiveParser()).get(0).extra())
                .containsEntry("java.signature", "broken")
                .hasEntrySatisfying(
                        "java.signature.changed",
                        changed -> assertThat(changed).matches("a/A\\.class and \\d{3} more"));
        assertThat(scan.diagnostics().codes()).contains("java.signature.broken");
    }

    @Test
    void anotherNameInTheEntryItselfIsReported() throws IOException {
        PackagesScan scan = scan(repeated("lib/%07d.jar", 1, JAR));
        assertThat(scan.parse(new JavaArchiveParser())).hasSize(3);
        assertThat(scan.diagnostics().codes()).containsExactly("java.entry-damaged");
    }

    private static PackagesScan scan(byte[] archive) {
        return Scans.packages(FakeTree.builder().file("/a.jar", archive).build());
    }

    /** One stored entry that the directory lists under this name, which may have a number in it. */
    private static byte[] repeated(String name, int count, byte[] content) {
        return repeated(name, count, content, Zips.zip());
    }

    /** The same with other entries before it. */
    private static byte[] repeated(String name, int count, byte[] content, Zips before) {
        byte[] first = before.stored().bytes();
        int directory = directory(first);
        int entries = before.entries().size();
        int length = String.format(name, 0).length();
        int oldLength = first.length - 22 - directory;
        int newLength = count * (46 + length);
        ByteBuffer out = ByteBuffer.allocate(first.length + 30 + content.length + newLength + 56 + 20)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put(first, 0, directory);
        CRC32 crc = new CRC32();
        crc.update(content);
        out.putInt(0x04034b50)
                .putShort((short) 10)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0);
        out.putInt((int) crc.getValue())
                .putInt(content.length)
                .putInt(content.length)
                .putInt(0);
        out.put(content);
        int start = out.position();
        out.put(first, directory, oldLength);
        for (int i = 0; i < count; i++) {
            out.putInt(0x02014b50)
                    .putShort((short) 10)
                    .putShort((short) 10)
                    .putInt(0)
                    .putInt(0);
            out.putInt((int) crc.getValue()).putInt(content.length).putInt(content.length);
            out.putShort((short) length).putShort((short) 0).putShort((short) 0).putShort((short) 0);
            out.putShort((short) 0).putInt(0).putInt(directory);
            out.put(String.format(name, i).getBytes(StandardCharsets.US_ASCII));
        }
        int end = out.position();
        out.putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(0)
                .putInt(0);
        out.putLong(entries + count)
                .putLong(entries + count)
                .putLong(end - start)
                .putLong(start);
        out.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
        out.putInt(0x06054b50).putInt(0).putShort((short) 0xffff).putShort((short) 0xffff);
        out.putInt(0xffffffff).putInt(0xffffffff).putShort((short) 0);
        return out.array();
    }

    private static int directory(byte[] zip) {
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
    }
}
