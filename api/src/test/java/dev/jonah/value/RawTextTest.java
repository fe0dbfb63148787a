package dev.jonah.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawTextTest {
    @Test
    void utf8IsReadAsText() {
        RawText text = RawText.of("größe-😀".getBytes(StandardCharsets.UTF_8));
        assertThat(text).hasToString("größe-😀");
        assertThat(text.isUtf8()).isTrue();
        assertThat(text).isEqualTo(RawText.of("größe-😀"));
    }

    @ParameterizedTest
    @CsvSource({
        "ff, \\xff",
        "61c3, a\\xc3",
        "61c362, a\\xc3b",
        "c3a4ff62, ä\\xffb",
        "eda080, \\xed\\xa0\\x80",
        "c080, \\xc0\\x80",
        "f09f98, \\xf0\\x9f\\x98",
        "80f09f988080, \\x80😀\\x80",
    })
    void bytesThatAreNotUtf8StandAsEscapes(String hex, String expected) {
        RawText text = RawText.of(java.util.HexFormat.of().parseHex(hex));
        assertThat(text).hasToString(expected);
        assertThat(text.isUtf8()).isFalse();
    }

    @Test
    void bytesSurviveARoundTrip() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        assertThat(RawText.of(all).bytes()).isEqualTo(all);
        assertThat(RawText.ofLatin1(RawText.of(all).latin1())).isEqualTo(RawText.of(all));
    }

    @Test
    void orderIsThatOfUnsignedBytes() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] one = random(random);
            byte[] other = random(random);
            assertThat(Integer.signum(RawText.of(one).compareTo(RawText.of(other))))
                    .as("%s and %s", Arrays.toString(one), Arrays.toString(other))
                    .isEqualTo(Integer.signum(Arrays.compareUnsigned(one, other)));
        }
    }

    @Test
    void textsThatLookEqualAndHaveOtherBytesDiffer() {
        assertThat(RawText.of(new byte[] {(byte) 0xff})).isNotEqualTo(RawText.of("\\xff"));
    }

    @Test
    void theArrayIsCopied() {
        byte[] bytes = {'a'};
        RawText text = RawText.of(bytes);
        bytes[0] = 'b';
        text.bytes()[0] = 'c';
        assertThat(text).hasToString("a");
    }

    @Test
    void aCharacterAboveAByteIsRefused() {
        assertThatThrownBy(() -> RawText.ofLatin1("aā"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("U+101 at 1");
    }

    @Test
    void megabytesThatAreNotUtf8AreEscapedInLinearTime() {
        byte[] bytes = new byte[4 << 20];
        Arrays.fill(bytes, (byte) 0xff);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(RawText.of(bytes).toString()).hasSize(16 << 20));
    }

    private static byte[] random(Random random) {
        byte[] bytes = new byte[random.nextInt(4)];
        random.nextBytes(bytes);
        return bytes;
    }
}
