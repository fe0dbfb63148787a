package dev.jonah.result;

import dev.jonah.image.FileEntry;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.Digest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became known of one entry.
 *
 * @param entry the entry
 * @param verdict exactly one
 * @param owner the package that owns it, or null
 * @param claimants every package that claims it
 * @param evidence why it has its verdict
 * @param signals codes of what makes it worth a look; empty for most
 * @param digests checksums that were asked for
 */
public record FileResult(
        FileEntry entry,
        Verdict verdict,
        @Nullable PackageResult owner,
        List<PackageResult> claimants,
        List<Evidence> evidence,
        List<String> signals,
        List<Digest> digests) {
    /** Copies the lists. */
    public FileResult {
        claimants = List.copyOf(claimants);
        evidence = List.copyOf(evidence);
        signals = List.copyOf(signals);
        digests = List.copyOf(digests);
    }
}
