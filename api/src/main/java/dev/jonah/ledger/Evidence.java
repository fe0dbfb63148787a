package dev.jonah.ledger;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.value.ImagePath;
import java.util.List;

/**
 * Why an entry has its verdict.
 *
 * @param rule stable, dotted, lower case: {@code apk.checksum}
 * @param text one sentence for a person
 * @param inputs the files of the image that it rests on
 */
public record Evidence(String rule, String text, List<ImagePath> inputs) {
    /** Copies the list and makes the text printable. */
    public Evidence {
        text = Diagnostic.printable(text);
        inputs = List.copyOf(inputs);
    }

    /** With any number of inputs. */
    public static Evidence of(String rule, String text, ImagePath... inputs) {
        return new Evidence(rule, text, List.of(inputs));
    }
}
