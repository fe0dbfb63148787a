package dev.jonah.inspector.tar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.jonah.image.Content;
import dev.jonah.image.LayerEntry;
import dev.jonah.testkit.LayerScan;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random archives, cut and changed. {@code -Djonah.seed=N} repeats a run. */
class TarDamageTest {
    private static final long SEED = Long.getLong("jonah.seed", 20240229L);

    private static byte[] member(Random random, int number) {
        String name = "n" + number + "x".repeat(random.nextInt(80));
        return switch (random.nextInt(8)) {
            case 0 -> RawTar.member(name).type('5').header();
            case 1 -> RawTar.member(name).type('2').link("target").header();
            case 2 -> RawTar.member(name).type('1').link("n0").header();
            case 3 ->
                RawTar.join(
                        RawTar.pax('x', "path", name.repeat(4), "mtime", "1.5"),
                        RawTar.member("p").with("pax"));
            case 4 ->
                RawTar.join(
                        RawTar.member("././@LongLink").gnu().type('L').with(name.repeat(3) + "\0"),
                        RawTar.member("l").gnu().with("gnu"));
            case 5 -> RawTar.pax('g', "comment", name);
            default -> RawTar.member(name).with("c".repeat(random.nextInt(2000)));
        };
    }

    private static byte[] archive(Random random) {
        List<byte[]> members = new ArrayList<>();
        for (int n = random.nextInt(12); n >= 0; n--) {
            members.add(member(random, n));
        }
        return RawTar.archive(members.toArray(byte[][]::new));
    }

    private static List<String> names(List<LayerEntry> entries) {
        return entries.stream().map(e -> e.name().toString()).toList();
    }

    private static LayerScan.Result read(byte[] tar) throws IOException {
        return Scans.layer(tar).read(new TarLayerReader());
    }

    @Test
    void cutsAroundEveryBlockGiveABeginning() {
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (long seed = SEED; seed < SEED + 100; seed++) {
                byte[] tar = archive(new Random(seed));
                List<String> whole = names(read(tar).entries());
                for (int block = 0; block <= tar.length; block += 512) {
                    for (int cut = Math.max(0, block - 1); cut <= Math.min(tar.length, block + 1); cut++) {
                        LayerScan.Result result = read(Arrays.copyOf(tar, cut));
                        List<String> kept = names(result.entries());
                        assertThat(kept).as("seed %d, cut at %d", seed, cut).isEqualTo(whole.subList(0, kept.size()));
                        assertThat(result.summary().problem() != null || cut % 512 == 0 || kept.size() == whole.size())
                                .as("seed %d, cut at %d: told", seed, cut)
                                .isTrue();
                        assertReadable(result.entries());
                    }
                }
            }
        });
    }

    @Test
    void changedBytesNeverThrowNorHang() {
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (long seed = SEED; seed < SEED + 3_000; seed++) {
                Random random = new Random(seed);
                byte[] tar = archive(random);
                for (int n = 1 + random.nextInt(5); n > 0; n--) {
                    int at = random.nextInt(tar.length);
                    tar[at] = (byte) random.nextInt(256);
                    if (random.nextBoolean()) {
                        seal(tar, at / 512 * 512);
                    }
                }
                try {
                    assertReadable(read(tar).entries());
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + seed, e);
                }
            }
        });
    }

    /** Makes the checksum of a block right, so that what was changed is believed. */
    private static void seal(byte[] tar, int block) {
        Arrays.fill(tar, block + 148, block + 156, (byte) ' ');
        int sum = 0;
        for (int i = block; i < block + 512; i++) {
            sum += tar[i] & 0xff;
        }
        byte[] digits = String.format("%06o\0 ", sum).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, tar, block + 148, 8);
    }

    private static void assertReadable(List<LayerEntry> entries) throws IOException {
        for (LayerEntry entry : entries) {
            Content content = entry.content();
            if (content != null && content.size() < 1 << 20) {
                assertThat(content.head(1 << 20)).hasSize((int) content.size());
            }
        }
    }
}
