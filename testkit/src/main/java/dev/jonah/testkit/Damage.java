package dev.jonah.testkit;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Breaks bytes in every way that needs no knowledge of the format. The random part starts from {@code -Djonah.seed=N},
 * which a failure names.
 */
final class Damage {
    private static final int ALL_PREFIXES_UP_TO = 4096;
    private static final int SAMPLES = 500;
    private static final int FLIPS = 300;
    private static final int ENDLESS = 300_000;
    private static final Duration AT_MOST = Duration.ofMinutes(3);

    private Damage() {}

    /** Gives {@code use} each damaged form of each thing, and says which it was when that fails or hangs. */
    static <K> void survives(List<K> things, Function<K, byte[]> bytesOf, BiConsumer<K, byte[]> use) {
        long seed = Long.getLong("jonah.seed", 20240229L);
        String[] doing = {"nothing yet"};
        assertTimeoutPreemptively(
                AT_MOST,
                () -> {
                    Random random = new Random(seed);
                    for (K thing : things) {
                        each(bytesOf.apply(thing), random, (what, bytes) -> {
                            doing[0] = thing + ", " + what + " (seed " + seed + ")";
                            attempt(doing[0], () -> use.accept(thing, bytes));
                        });
                    }
                },
                () -> "hangs: " + doing[0]);
    }

    private static void attempt(String what, Runnable use) {
        try {
            use.run();
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new AssertionError(what + ": " + e, e);
        }
    }

    private static void each(byte[] bytes, Random random, BiConsumer<String, byte[]> use) {
        int step = bytes.length <= ALL_PREFIXES_UP_TO ? 1 : bytes.length / SAMPLES;
        for (int length = 0; length < bytes.length; length += step) {
            use.accept("only the first " + length + " bytes", Arrays.copyOf(bytes, length));
        }
        for (int i = 0; i < FLIPS && bytes.length > 0; i++) {
            byte[] flipped = bytes.clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                flipped[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            use.accept("byte flips number " + i, flipped);
        }
        for (char filler : new char[] {'a', '\n', ' ', '[', '{', '\0', '\u00ff'}) {
            byte[] endless = Arrays.copyOf(bytes, bytes.length + ENDLESS);
            Arrays.fill(endless, bytes.length, endless.length, (byte) filler);
            use.accept("followed by many " + (int) filler, endless);
            use.accept("only many " + (int) filler, Arrays.copyOfRange(endless, bytes.length, endless.length));
        }
    }
}
