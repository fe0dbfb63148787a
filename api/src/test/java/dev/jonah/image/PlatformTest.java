package dev.jonah.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {
    @ParameterizedTest
    @ValueSource(strings = {"linux/amd64", "linux/arm64/v8"})
    void textIsReadAndWrittenAlike(String text) {
        assertThat(Platform.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "linux", "/amd64", "linux/", "linux/arm/v7/x"})
    void otherShapesAreRefused(String text) {
        assertThatThrownBy(() -> Platform.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("os/architecture");
    }

    @ParameterizedTest
    @CsvSource({
        "linux/arm64/v8, linux/arm64, true",
        "linux/arm64/v8, linux/arm64/v8, true",
        "linux/arm64, linux/arm64/v8, false",
        "linux/amd64, linux/arm64, false",
        "windows/amd64, linux/amd64, false",
    })
    void theVariantCountsOnlyIfItIsNamed(String platform, String wanted, boolean expected) {
        assertThat(Platform.parse(platform).satisfies(Platform.parse(wanted))).isEqualTo(expected);
    }

    @Test
    void whatIsNotKnownIsCalledUnknown() {
        assertThat(Platform.UNKNOWN).hasToString("unknown/unknown");
    }
}
