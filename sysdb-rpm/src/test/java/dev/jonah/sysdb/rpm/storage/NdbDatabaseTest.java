package dev.jonah.sysdb.rpm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.sysdb.rpm.storage.Fixtures.Outcome;
import org.junit.jupiter.api.Test;

class NdbDatabaseTest {
    private static final byte[] WHOLE = NdbWriter.database(30);

    @Test
    void everyHeaderIsRead() {
        Outcome outcome = read(WHOLE);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.headers()).isEqualTo(Fixtures.all(30));
    }

    @Test
    void aWrongChecksumIsAProblemAndTheHeaderIsHandedOver() {
        byte[] bytes = WHOLE.clone();
        bytes[4096 + 16] = 'H';
        Outcome outcome = read(bytes);
        assertThat(outcome.problems()).containsExactly(
                "rpm.storage.checksum: header 1 at 4096 does not have its checksum");
        assertThat(outcome.headers()).containsEntry(1L, "Header 1.");
    }

    @Test
    void prefixesAndFlippedBytesAreSurvived() {
        DamageCheck.prefixes(WHOLE, NdbDatabaseTest::read);
        DamageCheck.flips(WHOLE, 500, NdbDatabaseTest::read);
    }

    @Test
    void slotsThatPointToOneHeaderEndTheReading() {
        byte[] bytes = WHOLE.clone();
        for (int slot = 2; slot < 256; slot++) {
            System.arraycopy(WHOLE, 61 * 16, bytes, slot * 16, 16);
        }
        assertThat(read(bytes).failure()).contains("overlap");
    }

    @Test
    void otherFilesAndVersionsAreRefused() {
        assertThat(read(new byte[5000]).failure()).contains("not an ndb");
        byte[] version = WHOLE.clone();
        version[4] = 3;
        assertThat(read(version).failure()).contains("version 3");
    }

    private static Outcome read(byte[] bytes) {
        return Fixtures.outcome(
                (out, problems) -> NdbDatabase.read(Fixtures.channel(bytes), Fixtures.LARGEST, out, problems));
    }
}
