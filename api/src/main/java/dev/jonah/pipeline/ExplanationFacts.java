package dev.jonah.pipeline;

import dev.jonah.ledger.Explanation;
import java.util.List;

/**
 * Explanations of entries that no package claims. Any number of steps may write such; of several for one entry the first
 * counts.
 *
 * @param explanations the first of an entry counts
 */
public record ExplanationFacts(List<Explanation> explanations) {
    /** Copies the list. */
    public ExplanationFacts {
        explanations = List.copyOf(explanations);
    }
}
