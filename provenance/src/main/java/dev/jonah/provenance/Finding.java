package dev.jonah.provenance;

import dev.jonah.value.ImagePath;
import java.util.Collection;
import java.util.List;

/**
 * What a check found a file to be.
 *
 * @param text for a person
 * @param inputs the files that it rests on, at most sixteen of them
 */
record Finding(String text, List<ImagePath> inputs) {
    private static final int MOST_INPUTS = 16;

    Finding {
        inputs = inputs.stream().sorted().distinct().limit(MOST_INPUTS).toList();
    }

    static Finding of(String text, ImagePath... inputs) {
        return new Finding(text, List.of(inputs));
    }

    static Finding of(String text, Collection<ImagePath> inputs) {
        return new Finding(text, List.copyOf(inputs));
    }
}
