package dev.jonah.pipeline;

import dev.jonah.ledger.Evidence;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import dev.jonah.value.ImagePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Promises of packages joined to entries of the tree. Packages are numbered through all {@link PackageFacts} in order.
 *
 * @param claims promises that something is there for, directories too
 * @param missing promises that nothing is there for
 */
public record ClaimFacts(List<Claim> claims, List<Missing> missing) {
    /**
     * A promise about an entry.
     *
     * @param packageNumber who promises
     * @param path the entry's own path
     * @param promise what is promised
     */
    public record Claim(int packageNumber, ImagePath path, PackageFile promise) {}

    /**
     * A promise that is not kept.
     *
     * @param packageNumber who promises
     * @param path as the package says
     * @param reason why
     * @param layer index of the layer that deleted it, or null
     * @param evidence why it has its class; not empty
     */
    public record Missing(
            int packageNumber,
            ImagePath path,
            MissingClass reason,
            @Nullable Integer layer,
            List<Evidence> evidence) {
        /** Copies the list. */
        public Missing {
            evidence = List.copyOf(evidence);
        }
    }

    /** Copies the lists. */
    public ClaimFacts {
        claims = List.copyOf(claims);
        missing = List.copyOf(missing);
    }
}
