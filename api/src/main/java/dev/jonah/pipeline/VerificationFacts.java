package dev.jonah.pipeline;

import java.util.List;

/**
 * What comparing each claim with its entry gave; in the order of {@link ClaimFacts#claims()}.
 *
 * @param results one for each claim
 */
public record VerificationFacts(List<Result> results) {
    /** Whether content or link target are what was promised. */
    public enum Status {
        /** They are. */
        EQUAL,
        /** The package recorded nothing to compare. */
        NOTHING_RECORDED,
        /** They differ. */
        DIFFERENT,
        /** The content could not be read. */
        UNREADABLE
    }

    /**
     * One comparison.
     *
     * @param status about content, link target, type and device
     * @param compared what was compared, for people: {@code SHA-1}, {@code link target}; empty if nothing was
     * @param difference what differs in content, for people; empty if nothing does
     * @param metadata what else differs: mode, owner, capabilities, …; one text each
     * @param signals codes of what makes it worth a look: {@code mode-changed}
     */
    public record Result(
            Status status, String compared, String difference, List<String> metadata, List<String> signals) {
        /** Copies the lists. */
        public Result {
            metadata = List.copyOf(metadata);
            signals = List.copyOf(signals);
        }
    }

    /** Copies the list. */
    public VerificationFacts {
        results = List.copyOf(results);
    }
}
