package dev.jonah.provenance.signals.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.provenance.signals.format.Secret.Sort;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretScannerTest {
    private static List<Secret> scan(String text) {
        return SecretScanner.scan(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What each rule says, as long as it may be. */
    private static String token(TokenRule rule) {
        String alphabet = switch (rule.letters()) {
            case ANY -> "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ0123456789";
            case UPPER -> "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";
            case LOWER_HEX -> "abcdef0123456789";
        };
        Random random = new Random(rule.name().hashCode());
        StringBuilder token = new StringBuilder(rule.beginning());
        for (int i = 0; i < rule.least(); i++) {
            token.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return token.toString();
    }

    static List<TokenRule> rules() {
        return TokenRule.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsTheTokenOfEachRuleAndItsLine(TokenRule rule) {
        assertThat(scan("first\nkey = \"" + token(rule) + "\"\n"))
                .containsExactly(new Secret(Sort.TOKEN, rule.name(), 2));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void takesNoPartOfALongerWordForAToken(TokenRule rule) {
        assertThat(scan("x" + token(rule))).isEmpty();
        assertThat(scan(token(rule) + "a".repeat(500))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void takesNoPlaceholderForAToken(TokenRule rule) {
        assertThat(scan(rule.beginning() + "x".repeat(rule.least()))).isEmpty();
        assertThat(scan(rule.beginning() + "0".repeat(rule.least()))).isEmpty();
    }

    @Test
    void knowsTheKeyOfTheManual() {
        assertThat(scan("AKIA" + "IOSFODNN7EXAMPLE")).isEmpty();
        assertThat(scan(SampleSecrets.aws())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RSA ", "EC ", "DSA ", "OPENSSH ", "ENCRYPTED "})
    void findsPrivateKeysInPem(String algorithm) {
        assertThat(scan(SampleSecrets.privateKey(algorithm)))
                .containsExactly(new Secret(Sort.PRIVATE_KEY, "private key", 1));
    }

    @Test
    void findsPrivateKeysInJsonAndInSource() {
        String key = SampleSecrets.privateKey("");
        assertThat(scan("{\"private_key\": \"" + key.replace("\n", "\\n") + "\"}"))
                .hasSize(1);
        assertThat(scan("String k = \"" + key.replace("\n", "\\n\"\n    + \"") + "\";"))
                .hasSize(1);
    }

    @Test
    void findsKeysBehindHeaders() {
        String key = SampleSecrets.privateKey("RSA ")
                .replaceFirst("-----\n", "-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0011223344556677\n\n");
        assertThat(scan(key)).hasSize(1);
    }

    @Test
    void takesNoLabelForAKey() {
        assertThat(scan("if (text.startsWith(\"-----" + "BEGIN PRIVATE KEY-----\")) { return decode(text); }"))
                .isEmpty();
        assertThat(scan("-----" + "BEGIN PRIVATE KEY-----\n" + "A".repeat(64) + "\n"))
                .isEmpty();
        assertThat(scan(SampleSecrets.privateKey("").replace("PRIVATE", "PUBLIC")))
                .isEmpty();
    }

    @Test
    void findsJsonWebTokensAndNoOtherJson() {
        assertThat(scan(SampleSecrets.jsonWebToken())).extracting(Secret::sort).containsExactly(Sort.SESSION_TOKEN);
        assertThat(scan(SampleSecrets.jsonWebToken().split("\\.")[0] + ".x.y")).isEmpty();
    }

    @Test
    void findsThatWhichStandsAtTheVeryEnd() {
        assertThat(scan("x\n" + SampleSecrets.github())).hasSize(1);
        assertThat(scan("ghp_")).isEmpty();
        assertThat(scan("")).isEmpty();
    }

    @Test
    void keepsWithinBoundsWhateverTheTextIs() {
        assertThat(scan((SampleSecrets.github() + "\n").repeat(1000))).hasSizeLessThanOrEqualTo(50);
    }
}
