package dev.jonah.pipeline;

import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.SignalKind;
import dev.jonah.value.ImagePath;
import java.util.List;

/**
 * What makes entries worth a look, whatever their verdict. Any number of steps may write such.
 *
 * @param entries those with at least one signal, by path
 * @param hidden the same for versions that are shipped and not visible, in the order of {@link
 *     dev.jonah.image.Image#hidden()}
 * @param kinds what the codes mean; one without is a {@link SignalKind.Severity#NOTICE}
 */
public record SignalFacts(List<Signals> entries, List<Hidden> hidden, List<SignalKind> kinds) {
    /**
     * The signals of one entry.
     *
     * @param path the entry
     * @param codes stable, lower case: {@code setuid}
     * @param evidence what exactly, where the code does not say it all; the rules are {@code signal.} and the code
     */
    public record Signals(ImagePath path, List<String> codes, List<Evidence> evidence) {
        /** Copies the lists. */
        public Signals {
            codes = List.copyOf(codes);
            evidence = List.copyOf(evidence);
        }

        /** Of an entry whose codes say it all. */
        public Signals(ImagePath path, List<String> codes) {
            this(path, codes, List.of());
        }
    }

    /**
     * The signals of a hidden version.
     *
     * @param number its place in {@link dev.jonah.image.Image#hidden()}, from 0
     * @param signals what was found
     */
    public record Hidden(int number, Signals signals) {}

    /** Copies the lists. */
    public SignalFacts {
        entries = List.copyOf(entries);
        hidden = List.copyOf(hidden);
        kinds = List.copyOf(kinds);
    }

    /** Of visible entries, with codes that are explained elsewhere. */
    public SignalFacts(List<Signals> entries) {
        this(entries, List.of(), List.of());
    }
}
