package dev.jonah.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.Limits.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsTest {
    @ParameterizedTest
    @EnumSource
    void everyLimitHasADefaultAndIsFoundByItsId(Name name) {
        assertThat(Limits.defaults().get(name)).isPositive().isEqualTo(name.defaultValue());
        assertThat(Name.byId(name.id())).isEqualTo(name);
        assertThat(name.id()).matches("[a-z]+(-[a-z]+)*");
        assertThat(name.meaning()).isNotBlank();
    }

    @Test
    void theBoundItselfIsAllowedAndOneMoreIsNot() {
        Limits limits = Limits.builder().set(Name.LINE_BYTES, 10).build();
        assertThatCode(() -> limits.check(Name.LINE_BYTES, 10, "a line")).doesNotThrowAnyException();
        assertThatThrownBy(() -> limits.check(Name.LINE_BYTES, 11, "a line"))
                .isInstanceOf(LimitExceededException.class)
                .hasMessage("a line exceeds the limit line-bytes = 10; raise it with --limit line-bytes=VALUE or"
                        + " Limits.builder()")
                .satisfies(e -> assertThat(((LimitExceededException) e).limit()).isEqualTo(Name.LINE_BYTES));
    }

    @Test
    void aBuilderUsedFurtherLeavesWhatItMadeAlone() {
        Limits.Builder builder = Limits.builder().set(Name.PACKAGES, 1);
        Limits first = builder.build();
        builder.set(Name.PACKAGES, 2);
        assertThat(first.get(Name.PACKAGES)).isEqualTo(1);
        assertThat(first.overrides()).containsOnlyKeys(Name.PACKAGES);
    }

    @Test
    void sizesOfArraysStayBelowTheLargestArray() {
        Limits limits = Limits.builder().set(Name.LINE_BYTES, Long.MAX_VALUE).build();
        assertThat(limits.getInt(Name.LINE_BYTES)).isEqualTo(Integer.MAX_VALUE - 16);
    }

    @Test
    void negativeBoundsAreRefused() {
        assertThatThrownBy(() -> Limits.builder().set(Name.ENTRIES, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unknownIdsAreNotFound() {
        assertThat(Name.byId("LINE_BYTES")).isNull();
    }
}
