package dev.jonah.sysdb.alpine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtectedPathsTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "etc/passwd,          +etc",
                "etc/a/b/c,           +etc",
                "etc/init.d/sshd,     @etc/init.d",
                "etc/apk/world,       !etc/apk",
                "usr/bin/x,           -",
                "etcetera/x,          -",
                "etc,                 -"
            })
    void compiledInRules(String path, String rule) {
        assertThat(textOf(ProtectedPaths.DEFAULTS, path)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "-etc/passwd,          etc/passwd,       -etc/passwd",
                "-/etc/ssl/,           etc/ssl/x/y,      -/etc/ssl/",
                "usr/local,            usr/local/bin/x,  usr/local",
                "+usr/*/x,             usr/a/x,          +usr/*/x",
                "+usr/*/x,             usr/a/b/x,        none",
                "+usr/*/x,             usr/a/x/below,    +usr/*/x",
                "-*,                   opt/x,            -*",
                "-*,                   etc/x,            -*",
                "-etc,                 etc/apk/world,    !etc/apk",
                "+init,                init,             none",
                "+,                    etc/x,            +etc"
            })
    void rulesOfAFile(String rule, String path, String decides) throws IOException {
        assertThat(textOf(ProtectedPaths.DEFAULTS.and(stream(rule + "\n"), Limits.defaults()), path))
                .isEqualTo(decides);
    }

    @Test
    void amongRulesOfOneLengthTheLastDecides() throws IOException {
        ProtectedPaths paths = ProtectedPaths.DEFAULTS.and(stream("-usr/a*\n+usr/ab\n"), Limits.defaults());
        assertThat(textOf(paths, "usr/ab/x")).isEqualTo("+usr/ab");
        assertThat(textOf(paths, "usr/ac/x")).isEqualTo("-usr/a*");
    }

    @Test
    void commentsAndEmptyLinesAreNoRules() throws IOException {
        assertThat(ProtectedPaths.DEFAULTS
                        .and(stream("# x\n\n#+usr\n"), Limits.defaults())
                        .rules())
                .isEqualTo(ProtectedPaths.DEFAULTS.rules());
    }

    @Test
    void endlessRulesAreRefused() {
        assertThatThrownBy(() -> ProtectedPaths.DEFAULTS.and(stream("x\n".repeat(10_001)), Limits.defaults()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("rules for protected paths");
    }

    @ParameterizedTest
    @CsvSource({
        "*,        anything,  true",
        "*,        .hidden,   true",
        "a*c,      abbc,      true",
        "a*c,      abbd,      false",
        "a?c,      abc,       true",
        "a?c,      ac,        false",
        "[a-c]x,   bx,        true",
        "[a-c]x,   dx,        false",
        "[!a]x,    bx,        true",
        "[^a]x,    ax,        false",
        "[]]x,     ]x,        true",
        "[[:digit:]]x, 1x,    true",
        "[[:digit:]]x, ax,    false",
        "[a,       [a,        true",
        "\\*,      *,         true",
        "\\*,      a,         false",
        "[\\]a]x,  ]x,        true",
        "*a*b*c,   xxaxxbxxc, true"
    })
    void partsMatchAsFnmatchDoes(String pattern, String name, boolean matches) {
        assertThat(Glob.matches(pattern, name)).isEqualTo(matches);
    }

    @Test
    void manyStarsDoNotTakeForever() {
        assertThat(Glob.matches("*a".repeat(1000) + "b", "a".repeat(5000))).isFalse();
    }

    private static @org.jspecify.annotations.Nullable String textOf(ProtectedPaths paths, String path) {
        ProtectedPath rule = paths.ruleFor(RawText.of(path));
        return rule == null ? null : rule.text();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
