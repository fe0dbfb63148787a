package dev.jonah.ledger;

import dev.jonah.value.ImagePath;

/**
 * What an {@link Explainer} found out about one entry.
 *
 * @param path the entry
 * @param verdict one of those that {@link Verdict#isExplanation()}
 * @param evidence rule and inputs
 */
public record Explanation(ImagePath path, Verdict verdict, Evidence evidence) {
    /**
     * @throws IllegalArgumentException if the verdict is none that an explainer may give
     */
    public Explanation {
        if (!verdict.isExplanation()) {
            throw new IllegalArgumentException(verdict + " is not an explanation: " + path);
        }
    }
}
