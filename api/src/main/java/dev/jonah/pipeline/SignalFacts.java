package dev.jonah.pipeline;

import dev.jonah.value.ImagePath;
import java.util.List;

/**
 * What makes entries worth a look, whatever their verdict. Any number of steps may write such.
 *
 * @param entries those with at least one signal, by path
 */
public record SignalFacts(List<Signals> entries) {
    /**
     * The signals of one entry.
     *
     * @param path the entry
     * @param codes stable, lower case: {@code setuid}
     */
    public record Signals(ImagePath path, List<String> codes) {
        /** Copies the list. */
        public Signals {
            codes = List.copyOf(codes);
        }
    }

    /** Copies the list. */
    public SignalFacts {
        entries = List.copyOf(entries);
    }
}
