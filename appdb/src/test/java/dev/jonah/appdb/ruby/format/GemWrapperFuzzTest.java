package dev.jonah.appdb.ruby.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class GemWrapperFuzzTest {
    @FuzzTest
    void anyBytesAreAWrapperOrNone(byte[] input) {
        GemWrapper wrapper = GemWrapper.read(input);
        assertThat(wrapper == null || wrapper.interpreter().contains("ruby")).isTrue();
    }
}
