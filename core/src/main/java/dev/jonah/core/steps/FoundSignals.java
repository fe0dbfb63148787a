package dev.jonah.core.steps;

import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalKind;
import dev.jonah.pipeline.SignalFacts.Signals;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The signals of one entry, as finders add them. */
final class FoundSignals implements SignalFinder.Findings {
    private static final int MOST_DETAILS = 20;

    private final Set<SignalKind> kinds = new TreeSet<>();
    private final List<Evidence> evidence = new ArrayList<>();

    @Override
    public void add(SignalKind kind, String detail) {
        kinds.add(kind);
        if (!detail.isEmpty() && evidence.size() < MOST_DETAILS) {
            evidence.add(Evidence.of("signal." + kind.code(), detail));
        }
    }

    boolean isEmpty() {
        return kinds.isEmpty();
    }

    /** The worst first. */
    Signals of(ImagePath path) {
        return new Signals(path, kinds.stream().map(SignalKind::code).distinct().toList(), evidence);
    }
}
