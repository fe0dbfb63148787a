package dev.jonah.sysdb.rpm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.sysdb.rpm.storage.Fixtures.Outcome;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NdbDatabaseTest {
    private static final byte[] WHOLE = NdbWriter.database(30);
    private static final int FIRST_SLOT = 3 * 16;

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
        assertThat(outcome.problems())
                .containsExactly("rpm.storage.checksum: header 1 at 4096 does not have its checksum");
        assertThat(outcome.headers()).containsEntry(1L, "Header 1.");
    }

    @Test
    void aSlotWithAWrongLengthIsAProblemAndTheHeaderIsHandedOver() {
        byte[] bytes = WHOLE.clone();
        bytes[FIRST_SLOT + 15] = 1;
        Outcome outcome = read(bytes);
        assertThat(outcome.problems()).singleElement().asString().contains("header 1 at 4096 takes 48 bytes, not 268");
        assertThat(outcome.headers()).isEqualTo(Fixtures.all(30));
    }

    @Test
    void prefixesAndFlippedBytesAreSurvived() {
        DamageCheck.prefixes(WHOLE, NdbDatabaseTest::read);
        DamageCheck.flips(WHOLE, 500, NdbDatabaseTest::read);
    }

    @Test
    void aHeaderIsHandedOverOnceHoweverManySlotsPointToIt() {
        byte[] bytes = WHOLE.clone();
        for (int slot = 63; slot < 256; slot++) {
            System.arraycopy(WHOLE, FIRST_SLOT, bytes, slot * 16, 16);
        }
        int[] first = {0};
        Outcome outcome = Fixtures.outcome((out, problems) -> NdbDatabase.read(
                Fixtures.channel(bytes),
                Fixtures.LARGEST,
                (number, blob) -> {
                    first[0] += number == 1 ? 1 : 0;
                    out.accept(number, blob);
                },
                problems));
        assertThat(first[0]).isEqualTo(1);
        assertThat(outcome.headers()).isEqualTo(Fixtures.all(30));
        assertThat(outcome.problems())
                .allMatch(problem -> problem.contains("overlaps") || problem.contains("and more"));
    }

    @Test
    void headersOutsideTheFileOrElsewhereAreProblems() {
        byte[] bytes = WHOLE.clone();
        ByteBuffer slots = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        slots.putInt(FIRST_SLOT + 8, -1);
        slots.putInt(FIRST_SLOT + 32 + 8, 257);
        Outcome outcome = read(bytes);
        assertThat(outcome.problems())
                .anyMatch(problem -> problem.contains("header 1 at 68719476720 lies behind the end"))
                .anyMatch(problem -> problem.contains("header 2 at 4112 is not where its slot says"));
        Map<Long, String> expected = Fixtures.all(30);
        expected.remove(1L);
        expected.remove(2L);
        assertThat(outcome.headers()).isEqualTo(expected);
    }

    @Test
    void headersLongerThanAllowedAreProblems() {
        Outcome outcome =
                Fixtures.outcome((out, problems) -> NdbDatabase.read(Fixtures.channel(WHOLE), 100, out, problems));
        assertThat(outcome.headers()).isEqualTo(Fixtures.all(3));
        assertThat(outcome.problems()).hasSize(27).allMatch(problem -> problem.contains("more than 100 bytes"));
    }

    @Test
    void morePagesOfSlotsThanTheFileHasAreAProblem() {
        byte[] bytes = WHOLE.clone();
        bytes[15] = 0x7f;
        Outcome outcome = read(bytes);
        assertThat(outcome.headers()).isEqualTo(Fixtures.all(30));
        assertThat(outcome.problems()).anyMatch(problem -> problem.contains("pages of slots"));
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
