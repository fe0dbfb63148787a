package dev.jonah.sysdb.rpm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.sysdb.rpm.storage.Fixtures.Outcome;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Whatever happens to the bytes of a database, what is handed over is bounded, and what was lost is told. */
final class DamageCheck {
    private DamageCheck() {}

    static void prefixes(byte[] whole, Function<byte[], Outcome> read) {
        Map<Long, String> all = read.apply(whole).headers();
        for (int length = 0; length < whole.length; length += 1 + length / 97) {
            Outcome outcome = read.apply(Arrays.copyOf(whole, length));
            if (outcome.problems().isEmpty() && outcome.failure().isEmpty()) {
                assertThat(outcome.headers())
                        .as("of %d bytes, without a word", length)
                        .isEqualTo(all);
            }
        }
    }

    static void flips(byte[] whole, int rounds, Function<byte[], Outcome> read) {
        Random random = new Random(20261124);
        for (int round = 0; round < rounds; round++) {
            byte[] bytes = whole.clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                int at = random.nextBoolean()
                        ? random.nextInt(bytes.length)
                        : random.nextInt(Math.min(600, bytes.length));
                bytes[at] = (byte) random.nextInt();
            }
            Outcome outcome = read.apply(bytes);
            long size = outcome.headers().values().stream()
                    .mapToLong(String::length)
                    .sum();
            assertThat(size).as("bytes handed over in round %d", round).isLessThanOrEqualTo(2L * bytes.length);
        }
    }
}
