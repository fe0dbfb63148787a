package dev.jonah.appdb.java.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.appdb.java.Zips;
import dev.jonah.testkit.MemoryBlob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ZipArchiveTest {
    @Test
    void entriesAreReadWithTheirContent() throws IOException {
        assertThat(texts(Zips.zip().text("a", "one").text("d/b", "two").bytes()))
                .containsExactly("a=one", "d/b=two");
    }

    @Test
    void aScriptBeforeTheArchiveIsPassedOver() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("#!/bin/sh\nexec java -jar \"$0\"\n".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(Zips.zip().stored().text("a", "one").bytes());
        assertThat(texts(out.toByteArray())).containsExactly("a=one");
        assertThat(ZipArchive.in(MemoryBlob.of(out.toByteArray())).prefix()).isEqualTo(30);
    }

    @Test
    @Timeout(60)
    void aHundredThousandEntriesMakeItZip64() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 100_000; i++) {
                ZipEntry entry = new ZipEntry(Integer.toString(i));
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(0);
                entry.setCrc(0);
                zip.putNextEntry(entry);
            }
        }
        ZipCursor cursor = ZipArchive.in(MemoryBlob.of(out.toByteArray())).entries();
        while (cursor.next() != null) {
            // Counted by the cursor.
        }
        assertThat(cursor.count()).isEqualTo(100_000);
        assertThat(cursor.isMiscounted()).isFalse();
    }

    @Test
    void aSizeThatIsTooSmallCutsTheContentAndIsTold() throws IOException {
        byte[] bytes = Zips.zip().text("a", "one").bytes();
        int directory = find(bytes, 0x02014b50, 0);
        bytes[directory + 24] = 2;
        ZipArchive archive = ZipArchive.in(MemoryBlob.of(bytes));
        ZipEntryHead entry = archive.entries().next();
        assertThat(entry).isNotNull();
        try (ZipEntryStream in = archive.open(entry)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("on");
            assertThat(in.damage()).isEqualTo("it is larger than its stated 2 bytes");
        }
    }

    @Test
    void anEntryThatLiesElsewhereIsDamaged() throws IOException {
        byte[] bytes = Zips.zip().text("a", "one").bytes();
        bytes[find(bytes, 0x02014b50, 0) + 42] = 1;
        ZipArchive archive = ZipArchive.in(MemoryBlob.of(bytes));
        ZipEntryHead entry = archive.entries().next();
        assertThatThrownBy(() -> archive.open(java.util.Objects.requireNonNull(entry)))
                .isInstanceOf(DamagedZipException.class)
                .hasMessage("there is no entry at 1");
    }

    @Test
    void aDirectoryThatEndsEarlyGivesWhatIsBefore() throws IOException {
        byte[] bytes = Zips.zip().text("a", "one").text("b", "two").bytes();
        int first = find(bytes, 0x02014b50, 0);
        bytes[find(bytes, 0x02014b50, first + 1)] = 'X';
        ZipCursor cursor = ZipArchive.in(MemoryBlob.of(bytes)).entries();
        assertThat(cursor.next()).extracting(e -> e.name().toString()).isEqualTo("a");
        assertThatThrownBy(cursor::next).hasMessage("after 1 entries the directory holds something else");
    }

    @Test
    void whatIsNoArchiveIsSaidToBeNone() {
        assertThatThrownBy(() -> ZipArchive.in(MemoryBlob.of(new byte[100])))
                .isInstanceOf(DamagedZipException.class)
                .hasMessage("it has no end record");
    }

    private static int find(byte[] bytes, int mark, int from) {
        for (int i = from; i < bytes.length - 4; i++) {
            if (java.nio.ByteBuffer.wrap(bytes)
                            .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                            .getInt(i)
                    == mark) {
                return i;
            }
        }
        throw new AssertionError("no such mark");
    }

    private static List<String> texts(byte[] bytes) throws IOException {
        ZipArchive archive = ZipArchive.in(MemoryBlob.of(bytes));
        List<String> found = new ArrayList<>();
        ZipCursor cursor = archive.entries();
        for (ZipEntryHead entry; (entry = cursor.next()) != null; ) {
            try (ZipEntryStream in = archive.open(entry)) {
                found.add(entry.name() + "=" + new String(in.readAllBytes(), StandardCharsets.UTF_8));
                assertThat(in.damage()).isNull();
            }
        }
        return found;
    }
}
