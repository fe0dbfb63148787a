package dev.jonah.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.value.ImagePath;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {
    private static final Evidence EVIDENCE = Evidence.of("a.b", "because", ImagePath.of("/in"));

    @Test
    void claimedEntriesHaveAnOwner() {
        assertThat(Arrays.stream(Verdict.values()).filter(Verdict::isOwned))
                .containsExactly(Verdict.VERIFIED, Verdict.OWNED, Verdict.CONFIG_EDITED, Verdict.MODIFIED);
    }

    @Test
    void explainersMayNeverVerifyNorGiveUp() {
        assertThat(Arrays.stream(Verdict.values()).filter(Verdict::isExplanation))
                .containsExactly(Verdict.COPY, Verdict.DERIVED, Verdict.TRANSIENT, Verdict.KNOWN, Verdict.IDENTIFIED);
    }

    @ParameterizedTest
    @EnumSource
    void anExplanationTakesOnlyVerdictsThatExplain(Verdict verdict) {
        if (verdict.isExplanation()) {
            assertThat(new Explanation(ImagePath.ROOT, verdict, EVIDENCE).verdict())
                    .isEqualTo(verdict);
        } else {
            assertThatThrownBy(() -> new Explanation(ImagePath.ROOT, verdict, EVIDENCE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(verdict.name());
        }
    }

    @Test
    void evidenceIsPrintable() {
        assertThat(Evidence.of("a.b", "\u001b[2J").text()).isEqualTo("\\x1b[2J");
    }
}
