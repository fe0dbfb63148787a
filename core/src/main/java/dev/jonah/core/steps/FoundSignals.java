package dev.jonah.core.steps;

import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalKind;
import dev.jonah.pipeline.SignalFacts.Signals;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.List;

/** The signals of one entry, as finders add them. */
final class FoundSignals implements SignalFinder.Findings {
    private static final int MOST_DETAILS = 20;

    private final List<SignalKind> kinds = new ArrayList<>(0);
    private final List<Evidence> evidence = new ArrayList<>(0);

    @Override
    public void add(SignalKind kind, String detail) {
        if (!kinds.contains(kind)) {
            kinds.add(kind);
        }
        if (!detail.isEmpty() && evidence.size() < MOST_DETAILS) {
            evidence.add(Evidence.of("signal." + kind.code(), detail));
        }
    }

    boolean isEmpty() {
        return kinds.isEmpty();
    }

    /** The worst first. */
    Signals of(ImagePath path) {
        return new Signals(
                path, kinds.stream().sorted().map(SignalKind::code).distinct().toList(), evidence);
    }
}
