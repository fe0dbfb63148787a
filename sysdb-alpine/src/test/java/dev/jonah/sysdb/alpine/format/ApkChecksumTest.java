package dev.jonah.sysdb.alpine.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.value.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApkChecksumTest {
    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);
    private static final Digest MD5 = Digest.compute(Digest.Algorithm.MD5, CONTENT);
    private static final Digest SHA1 = Digest.compute(Digest.Algorithm.SHA1, CONTENT);
    private static final Digest SHA256 = Digest.compute(Digest.Algorithm.SHA256, CONTENT);

    @Test
    void q1OfTwentyBytesIsSha1() {
        assertThat(ApkChecksum.parse("Q1" + base64(SHA1))).isEqualTo(SHA1);
    }

    @Test
    void q1OfThirtyTwoBytesIsSha256() {
        assertThat(ApkChecksum.parse("Q1" + base64(SHA256))).isEqualTo(SHA256);
    }

    @Test
    void q2IsSha256() {
        assertThat(ApkChecksum.parse("Q2" + base64(SHA256))).isEqualTo(SHA256);
    }

    @Test
    void x1IsSha1InEitherCase() {
        assertThat(ApkChecksum.parse("X1" + SHA1.hex())).isEqualTo(SHA1);
        assertThat(ApkChecksum.parse("X1" + SHA1.hex().toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(SHA1);
    }

    @Test
    void x2IsSha256() {
        assertThat(ApkChecksum.parse("X2" + SHA256.hex())).isEqualTo(SHA256);
    }

    @Test
    void bareHexadecimalIsMd5() {
        assertThat(ApkChecksum.parse(MD5.hex())).isEqualTo(MD5);
    }

    @Test
    void truncatedSha256MatchesTheWhole() {
        Digest short160 = new Digest(Digest.Algorithm.SHA1, SHA256.hex().substring(0, 40));
        assertThat(ApkChecksum.asTruncatedSha256(short160).matches(SHA256)).isTrue();
        assertThat(ApkChecksum.asTruncatedSha256(SHA256)).isEqualTo(SHA256);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Q",
                "Q1",
                "Q1AAAA",
                "Q1not base64 at all, really!!",
                "Q2AAECAwQFBgcICQoLDA0ODxAREhM=",
                "Q3AAECAwQFBgcICQoLDA0ODxAREhM=",
                "X1",
                "X1zz",
                "x1000102030405060708090a0b0c0d0e0f10111213",
                "0123456789abcdef0123456789abcde",
                "0123456789abcdef0123456789abcdeg"
            })
    void nothingElseIsAChecksum(String text) {
        assertThat(ApkChecksum.parse(text)).isNull();
    }

    private static String base64(Digest digest) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest.hex()));
    }
}
