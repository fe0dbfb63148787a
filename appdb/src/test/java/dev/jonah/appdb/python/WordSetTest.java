package dev.jonah.appdb.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordSetTest {
    private static WordSet of(String text) {
        WordSet words = new WordSet(text.getBytes(StandardCharsets.ISO_8859_1));
        for (int start = 0; start < text.length(); ) {
            int blank = text.indexOf(' ', start);
            int end = blank < 0 ? text.length() : blank;
            words.add(start, end);
            start = end + 1;
        }
        return words;
    }

    @Test
    void holdsWhatASetOfStringsHolds() {
        Random random = new Random(7);
        Set<String> strings = new HashSet<>();
        for (int i = 0; i < 5000; i++) {
            strings.add(Integer.toString(random.nextInt(20_000), 36));
        }
        WordSet words = of(String.join(" ", strings));
        for (int i = 0; i < 20_000; i++) {
            String word = Integer.toString(i, 36);
            assertThat(words.contains(word)).as(word).isEqualTo(strings.contains(word));
        }
    }

    @Test
    void wordsThatAllHaveOneHashAreHeldToo() {
        Set<String> alike = Set.of("");
        for (int i = 0; i < 10; i++) {
            Set<String> longer = new HashSet<>();
            alike.forEach(word -> {
                longer.add(word + "Aa");
                longer.add(word + "BB");
            });
            alike = longer;
        }
        WordSet words = of(String.join(" ", alike));
        assertThat(alike).hasSize(1024).allMatch(words::contains);
        assertThat(words.contains("AaAaAaAaAaAaAaAaAaAb")).isFalse();
    }

    @Test
    void aWordThatDoesNotStandInTheTextCanBeAdded() {
        WordSet words = of("one two");
        words.add("three");
        assertThat(words.contains("three")).isTrue();
        assertThat(words.contains("on")).isFalse();
    }
}
