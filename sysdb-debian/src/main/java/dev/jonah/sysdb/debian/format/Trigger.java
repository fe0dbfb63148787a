package dev.jonah.sysdb.debian.format;

import dev.jonah.value.RawText;
import java.util.List;

/**
 * A trigger and the words that stand beside it (deb-triggers(5)).
 *
 * @param name of the trigger; a path for triggers that files set off
 * @param words what stands beside it: the packages that are interested, those that wait for it, or the directive
 */
public record Trigger(RawText name, List<String> words) {
    private static final String NO_AWAIT = "/noawait";

    /** Copies the list. */
    public Trigger {
        words = List.copyOf(words);
    }

    /** The words as names of packages, without what says that nobody waits. */
    public List<String> packages() {
        return words.stream()
                .filter(word -> !word.equals("-"))
                .map(word -> word.endsWith(NO_AWAIT) ? word.substring(0, word.length() - NO_AWAIT.length()) : word)
                .toList();
    }
}
