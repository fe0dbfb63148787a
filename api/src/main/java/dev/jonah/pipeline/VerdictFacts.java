package dev.jonah.pipeline;

import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The closed books: one line for each entry that is not a directory, by path.
 *
 * @param lines in path order
 */
public record VerdictFacts(List<Line> lines) {
    /**
     * One entry.
     *
     * @param path the entry
     * @param verdict what became known of it
     * @param owner number of the package that owns it, or null
     * @param claimants numbers of all packages that claim it
     * @param evidence why
     * @param signals what makes it worth a look
     */
    public record Line(
            ImagePath path,
            Verdict verdict,
            @Nullable Integer owner,
            List<Integer> claimants,
            List<Evidence> evidence,
            List<String> signals) {
        /** Copies the lists. */
        public Line {
            claimants = List.copyOf(claimants);
            evidence = List.copyOf(evidence);
            signals = List.copyOf(signals);
        }
    }

    /** Copies the list. */
    public VerdictFacts {
        lines = List.copyOf(lines);
    }
}
