package dev.jonah.sysdb.rpm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.sysdb.rpm.storage.Fixtures.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BerkeleyDatabaseTest {
    private static final int PAGE = 512;

    @ParameterizedTest
    @ValueSource(strings = {"hash-little", "hash-big", "btree-little", "btree-big"})
    void everyHeaderIsReadWhereverItLies(String name) throws IOException {
        Outcome outcome = read(Fixtures.resource(name));
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.failure()).isEmpty();
        assertThat(new TreeMap<>(outcome.headers())).isEqualTo(Fixtures.all(39));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash-little", "hash-big", "btree-little", "btree-big"})
    void prefixesAndFlippedBytesAreSurvived(String name) throws IOException {
        byte[] whole = Fixtures.resource(name);
        DamageCheck.prefixes(whole, BerkeleyDatabaseTest::read);
        DamageCheck.flips(whole, 500, BerkeleyDatabaseTest::read);
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
    void aChainThatReturnsToItselfEnds() throws IOException {
        byte[] bytes = Fixtures.resource("hash-little");
        for (int page = 1; page * PAGE < bytes.length; page++) {
            if (bytes[page * PAGE + 25] == 7) {
                bytes[page * PAGE + 16] = (byte) page;
                bytes[page * PAGE + 17] = (byte) (page >> 8);
                bytes[page * PAGE + 18] = 0;
                bytes[page * PAGE + 19] = 0;
            }
        }
        Outcome outcome = read(bytes);
        assertThat(outcome.problems()).anyMatch(problem -> problem.contains("breaks off"));
        assertThat(outcome.headers()).containsEntry(1L, Fixtures.text(1));
    }

    @Test
    void headersLongerThanAllowedAreProblems() throws IOException {
        byte[] bytes = Fixtures.resource("btree-big");
        Outcome outcome = Fixtures.outcome(
                (out, problems) -> BerkeleyDatabase.read(Fixtures.channel(bytes), 1000, out, problems));
        assertThat(outcome.headers().values()).allMatch(text -> text.length() <= 1000);
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
    }

    private static Outcome read(byte[] bytes) {
        return Fixtures.outcome(
                (out, problems) -> BerkeleyDatabase.read(Fixtures.channel(bytes), Fixtures.LARGEST, out, problems));
    }
}
