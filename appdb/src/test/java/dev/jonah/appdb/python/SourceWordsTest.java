package dev.jonah.appdb.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceWordsTest {
    private static final SourceWords WORDS =
            new SourceWords("class A:\n    def __hidden(self): import os.path\n".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({"os", "os.path", "<module>", ".0", "_A__hidden", "__qualname__", "join"})
    void namesOfTheSourceAndThoseThatTheCompilerMakesUpAreExplained(String name) {
        assertThat(WORDS.explain(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"system", "os.system", "_A__shown"})
    void othersAreNot(String name) {
        assertThat(WORDS.explain(name)).isFalse();
    }
}
