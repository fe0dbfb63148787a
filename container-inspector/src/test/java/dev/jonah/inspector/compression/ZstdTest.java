package dev.jonah.inspector.compression;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZstdTest {
    private static void assertBothDecode(byte[] stored, byte[] expected) throws IOException {
        assertThat(dev.jonah.inspector.compression.Zstd.nativeStream(new ByteArrayInputStream(stored), 128)
                        .readAllBytes())
                .isEqualTo(expected);
        assertThat(dev.jonah.inspector.compression.Zstd.pureJava(new ByteArrayInputStream(stored))
                        .readAllBytes())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(names = {"ZSTD", "ZSTD_CHECKSUM", "ZSTD_SKIPPABLE"})
    void bothDecodersGiveTheSame(Compressors form) throws IOException {
        byte[] bytes = GzipMembersTest.bytes(500_000);
        assertBothDecode(form.apply(bytes), bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 65_535, 65_536, 65_792, 131_072, 1_000_000})
    void framesOfEverySizeOfHeader(int length) throws IOException {
        byte[] text = GzipMembersTest.bytes(length);
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        byte[] same = new byte[length];
        assertBothDecode(
                Compressors.join(
                        Zstd.compress(text), Zstd.compress(noise), Zstd.compress(same), Compressors.skippable(5)),
                Compressors.join(text, noise, same));
    }

    @Test
    void onlySkippableFramesAreNothing() throws IOException {
        assertBothDecode(Compressors.join(Compressors.skippable(0), Compressors.skippable(10)), new byte[0]);
    }
}
