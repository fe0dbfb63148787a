package dev.jonah.result;

import dev.jonah.image.FileVersion;
import dev.jonah.ledger.Evidence;
import java.util.List;

/**
 * What makes a version worth a look that a layer ships and that is no longer visible: a key that was deleted too late.
 *
 * @param version the version; one of {@link ScanResult#hidden()}
 * @param signals codes, the worst first
 * @param evidence what exactly
 */
public record HiddenSignals(FileVersion version, List<String> signals, List<Evidence> evidence) {
    /** Copies the lists. */
    public HiddenSignals {
        signals = List.copyOf(signals);
        evidence = List.copyOf(evidence);
    }
}
