package dev.jonah.result;

import dev.jonah.ledger.Evidence;
import dev.jonah.packages.MissingClass;
import dev.jonah.value.ImagePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a package promises and the image lacks.
 *
 * @param path as the package says
 * @param owner the package
 * @param reason why it is not there
 * @param layer index of the layer that deleted it, or null
 * @param evidence why it has its class; not empty
 */
public record MissingFile(
        ImagePath path,
        PackageResult owner,
        MissingClass reason,
        @Nullable Integer layer,
        List<Evidence> evidence) {
    /** Copies the list. */
    public MissingFile {
        evidence = List.copyOf(evidence);
    }
}
