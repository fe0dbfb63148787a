package com.example.pacman.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {
    @ParameterizedTest
    @CsvSource({
        "usr/share/*, usr/share/doc/x, true",
        "usr/share/*, usr/share/, true",
        "usr/share/*, usr/share, false",
        "*.mo, a/b/.c.mo, true",
        "a?c, a/c, true",
        "a?c, ac, false",
        "[abc]x, bx, true",
        "[!abc]x, bx, false",
        "[^abc]x, dx, true",
        "[a-c]x, bx, true",
        "[a-c]x, dx, false",
        "[]]x, ]x, true",
        "[x, [x, true",
        "a\\*, a*, true",
        "a\\*, ab, false",
        "*a*b*, xxaxxbxx, true",
        "'', a, false",
        "*, a, true",
    })
    void matchAsFnmatchDoes(String pattern, String text, boolean expected) {
        assertThat(new Wildcards().matches(pattern, text)).isEqualTo(expected);
    }

    @Test
    void theirStepsAreCounted() {
        Wildcards wildcards = new Wildcards();
        wildcards.matches("*a*a*a*b", "a".repeat(1000));
        assertThat(wildcards.steps()).isBetween(1000L, 1_000_000L);
    }
}
