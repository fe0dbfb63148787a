package dev.jonah.sysdb.rpm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.sysdb.rpm.storage.Fixtures.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BerkeleyDatabaseTest {
    private static final int PAGE = 512;
    private static final byte INTERIOR = 3;
    private static final byte LEAF = 5;
    private static final byte OVERFLOW = 7;
    private static final byte HASH = 13;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hash-little",
                "hash-big",
                "hash-checksums",
                "hash-blank-buckets",
                "btree-little",
                "btree-big",
                "btree-checksums"
            })
    void everyHeaderIsReadWhereverItLies(String name) throws IOException {
        assertComplete(read(Fixtures.resource(name)));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8})
    void oldVersionsHaveUnsortedPages(int version) throws IOException {
        byte[] bytes = Fixtures.resource("hash-little");
        bytes[16] = (byte) version;
        everyPage(bytes, HASH, (page, at) -> bytes[at + 25] = 2);
        assertComplete(read(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash-little", "hash-big", "btree-little", "btree-big"})
    void prefixesAndFlippedBytesAreSurvived(String name) throws IOException {
        byte[] whole = Fixtures.resource(name);
        DamageCheck.prefixes(whole, BerkeleyDatabaseTest::read);
        DamageCheck.flips(whole, 500, BerkeleyDatabaseTest::read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash-little", "hash-blank-buckets", "btree-big"})
    void filesThatEndAtTheEndOfAPageAreReported(String name) throws IOException {
        byte[] whole = Fixtures.resource(name);
        for (int length = 512; length < whole.length; length += PAGE) {
            assertThat(read(Arrays.copyOf(whole, length)).problems())
                    .as("of %d bytes", length)
                    .anyMatch(problem -> problem.contains("ends before page"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash-little", "btree-big"})
    void noPageIsLostInSilence(String name) throws IOException {
        byte[] whole = Fixtures.resource(name);
        for (int at = PAGE; at < whole.length; at += PAGE) {
            byte[] bytes = whole.clone();
            bytes[at + 25] = 0;
            Outcome outcome = read(bytes);
            boolean complete = outcome.headers().equals(Fixtures.all(39));
            assertThat(complete || !outcome.problems().isEmpty())
                    .as("the page at %d is lost without a word", at)
                    .isTrue();
            assertThat(Fixtures.all(39)).containsAllEntriesOf(outcome.headers());
        }
    }

    @Test
    void whereBucketsAreDamagedAllPagesAreSearched() throws IOException {
        byte[] bytes = Fixtures.resource("hash-little");
        ByteBuffer.wrap(bytes).put(72, new byte[] {(byte) 0xff, (byte) 0xff, 0, 0});
        Outcome outcome = read(bytes);
        assertThat(new TreeMap<>(outcome.headers())).isEqualTo(Fixtures.all(39));
        assertThat(outcome.problems()).singleElement().asString().contains("buckets");
    }

    @Test
    void whereTheTreeIsDamagedAllLeavesAreSearched() throws IOException {
        byte[] bytes = Fixtures.resource("btree-little");
        everyPage(bytes, INTERIOR, (page, at) -> bytes[at + 25] = 99);
        Outcome outcome = read(bytes);
        assertThat(new TreeMap<>(outcome.headers())).isEqualTo(Fixtures.all(39));
        assertThat(outcome.problems()).singleElement().asString().contains("none of the tree");
    }

    @Test
    void deletedEntriesDoNotCount() throws IOException {
        byte[] bytes = Fixtures.resource("btree-little");
        int[] deleted = {0};
        everyPage(bytes, LEAF, (page, at) -> {
            // The third entry of the page is the key of its second header.
            int entry = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(at + 26 + 4);
            bytes[at + entry + 2] |= (byte) 0x80;
            deleted[0]++;
        });
        Outcome outcome = read(bytes);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.headers()).hasSize(39 - deleted[0]).doesNotContainKey(1L);
    }

    @Test
    void aChainThatReturnsToItselfEnds() throws IOException {
        byte[] bytes = Fixtures.resource("hash-little");
        everyPage(bytes, OVERFLOW, (page, at) -> pointTo(bytes, at, page));
        Outcome outcome = read(bytes);
        assertThat(outcome.problems()).anyMatch(problem -> problem.contains("breaks off"));
        assertThat(outcome.headers()).containsEntry(1L, Fixtures.text(1));
        assertThat(Fixtures.all(39)).containsAllEntriesOf(outcome.headers());
    }

    @Test
    void aBucketThatReturnsToItselfEnds() throws IOException {
        byte[] bytes = Fixtures.resource("hash-little");
        everyPage(bytes, HASH, (page, at) -> pointTo(bytes, at, page));
        Outcome outcome = read(bytes);
        assertThat(outcome.problems()).allMatch(problem -> problem.contains("of two"));
        assertThat(new TreeMap<>(outcome.headers())).isEqualTo(Fixtures.all(39));
    }

    @Test
    void aTreeThatReturnsToItselfEnds() throws IOException {
        byte[] bytes = Fixtures.resource("btree-little");
        everyPage(bytes, INTERIOR, (page, at) -> {
            int entry = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(at + 26);
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at + entry + 4, page);
        });
        Outcome outcome = read(bytes);
        assertThat(outcome.problems()).singleElement().asString().contains("twice in it");
        assertThat(new TreeMap<>(outcome.headers())).isEqualTo(Fixtures.all(39));
    }

    @Test
    void aWrongLengthIsAProblemAndTheChainCounts() throws IOException {
        byte[] bytes = Fixtures.resource("hash-little");
        int length = Fixtures.text(39).length();
        byte[] written = {3, 0, 0, 0, 0, 0, 0, 0, (byte) length, (byte) (length >> 8), 0, 0};
        for (int at = PAGE; at + 12 <= bytes.length; at++) {
            if (bytes[at] == 3 && Arrays.equals(bytes, at + 8, at + 12, written, 8, 12)) {
                bytes[at + 8]++;
            }
        }
        Outcome outcome = read(bytes);
        assertThat(outcome.problems())
                .containsExactly(
                        "rpm.storage.record: header 39 has " + length + " bytes, not " + (length + 1) + " as recorded");
        assertThat(new TreeMap<>(outcome.headers())).isEqualTo(Fixtures.all(39));
    }

    @Test
    void entriesThatOverlapAreHandedOverOnce() throws IOException {
        byte[] bytes = new byte[3 * PAGE];
        System.arraycopy(Fixtures.resource("btree-little"), 0, bytes, 0, PAGE);
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(32, 2).putInt(88, 1).put(PAGE + 25, LEAF).putShort(PAGE + 20, (short) 80);
        file.put(PAGE + 200, new byte[] {4, 0, 1, 7, 0, 0, 0}).put(PAGE + 210, new byte[] {(byte) 250, 0, 1});
        for (int i = 0; i < 80; i++) {
            file.putShort(PAGE + 26 + 2 * i, (short) (i % 2 == 0 ? 200 : 210));
        }
        int[] count = {0};
        BerkeleyDatabase.read(Fixtures.channel(bytes), 1000, (number, blob) -> count[0]++, problem -> {});
        assertThat(count[0]).isEqualTo(1);
    }

    @Test
    void headersLongerThanAllowedAreProblems() throws IOException {
        byte[] bytes = Fixtures.resource("btree-big");
        Outcome outcome = Fixtures.outcome(
                (out, problems) -> BerkeleyDatabase.read(Fixtures.channel(bytes), 1000, out, problems));
        Map<Long, String> expected = Fixtures.all(39);
        expected.values().removeIf(text -> text.length() > 1000);
        assertThat(new TreeMap<>(outcome.headers())).isEqualTo(expected);
        assertThat(outcome.problems()).anyMatch(problem -> problem.contains("more than 1000 bytes"));
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        assertThat(read(new byte[10]).failure()).contains("not a Berkeley DB");
        assertThat(read(new byte[1000]).failure()).contains("not a Berkeley DB");
        byte[] encrypted = Fixtures.resource("hash-little");
        encrypted[24] = 1;
        assertThat(read(encrypted).failure()).contains("encrypted");
        byte[] version = Fixtures.resource("hash-little");
        version[16] = 99;
        assertThat(read(version).failure()).contains("version 99");
        byte[] pages = Fixtures.resource("hash-little");
        pages[20] = 1;
        assertThat(read(pages).failure()).contains("pages of 513 bytes");
    }

    /** What is done to a page. */
    private interface Change {
        void at(int page, int offset);
    }

    private static void everyPage(byte[] bytes, byte type, Change change) {
        for (int page = 1; page * PAGE < bytes.length; page++) {
            if (bytes[page * PAGE + 25] == type) {
                change.at(page, page * PAGE);
            }
        }
    }

    private static void pointTo(byte[] bytes, int at, int page) {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 16, page);
    }

    private static void assertComplete(Outcome outcome) {
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.failure()).isEmpty();
        assertThat(new TreeMap<>(outcome.headers())).isEqualTo(Fixtures.all(39));
    }

    private static Outcome read(byte[] bytes) {
        return Fixtures.outcome(
                (out, problems) -> BerkeleyDatabase.read(Fixtures.channel(bytes), Fixtures.LARGEST, out, problems));
    }
}
