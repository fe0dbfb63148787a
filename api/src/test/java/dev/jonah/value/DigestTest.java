package dev.jonah.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.value.Digest.Algorithm;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @ParameterizedTest
    @CsvSource({
        "MD5, 900150983cd24fb0d6963f7d28e17f72",
        "SHA1, a9993e364706816aba3e25717850c26c9cd0d89d",
        "SHA256, " + ABC,
    })
    void checksumsAreThoseOfTheStandards(Algorithm algorithm, String expected) {
        byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
        assertThat(Digest.compute(algorithm, abc)).isEqualTo(new Digest(algorithm, expected));
    }

    @ParameterizedTest
    @EnumSource
    void lengthIsThatOfTheAlgorithm(Algorithm algorithm) {
        assertThat(algorithm.newMessageDigest().digest()).hasSize(algorithm.length());
        assertThat(Algorithm.byId(algorithm.id())).isEqualTo(algorithm);
    }

    @Test
    void aWholeDigestIsParsedAndWrittenAlike() {
        assertThat(Digest.parse("sha256:" + ABC)).hasToString("sha256:" + ABC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "sha256",
                "sha256:",
                "sha256:ba7816",
                "sha3:" + ABC,
                "SHA256:" + ABC,
                "sha256:" + ABC + "00",
                "sha256:BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
                "sha256:../../../../../../../../../../../../../../../../../../../../etc"
            })
    void whatIsNoWholeDigestIsNotParsed(String text) {
        assertThat(Digest.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "AB", "zz", ABC + "00"})
    void wrongValuesAreRefused(String hex) {
        assertThatThrownBy(() -> new Digest(Algorithm.SHA256, hex)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aShortenedDigestMatchesWhatItWasMadeFrom() {
        Digest whole = new Digest(Algorithm.SHA256, ABC);
        Digest shortened = new Digest(Algorithm.SHA256, ABC.substring(0, 40));
        assertThat(shortened.matches(whole)).isTrue();
        assertThat(whole.matches(whole)).isTrue();
        assertThat(whole.matches(shortened)).isFalse();
        assertThat(new Digest(Algorithm.SHA1, ABC.substring(0, 40)).matches(whole))
                .isFalse();
        assertThat(new Digest(Algorithm.SHA256, "ff").matches(whole)).isFalse();
    }
}
