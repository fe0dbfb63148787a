package dev.jonah.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;

class LazyPatternTest {
    @Test
    void matchesAsThePatternItStandsForEachTimeItIsUsed() {
        LazyPattern pattern = LazyPattern.of("(a+)b", Pattern.CASE_INSENSITIVE);
        assertThat(pattern.matcher("AAb").matches()).isTrue();
        assertThat(pattern.matcher("aac").matches()).isFalse();
        assertThat(pattern.pattern()).isEqualTo("(a+)b");
    }

    @Test
    void aMistakeShowsAtTheFirstUseAndNotBefore() {
        LazyPattern broken = LazyPattern.of("(");
        assertThatThrownBy(() -> broken.matcher("x")).isInstanceOf(PatternSyntaxException.class);
    }
}
