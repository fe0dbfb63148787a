package dev.jonah.core.steps;

import dev.jonah.image.FileVersion;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.SignalKind;
import dev.jonah.pipeline.SignalFacts;
import dev.jonah.pipeline.SignalFacts.Hidden;
import dev.jonah.pipeline.SignalFacts.Signals;
import dev.jonah.pipeline.VerdictFacts.Line;
import dev.jonah.result.HiddenSignals;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The signals that all steps found, by entry, with what they mean. Safe for any thread. */
final class SignalIndex {
    private final Map<ImagePath, List<Signals>> entries = new HashMap<>();
    private final List<Hidden> hidden = new ArrayList<>();
    private final Map<String, SignalKind> kinds = new ConcurrentHashMap<>();

    static SignalIndex of(List<SignalFacts> all) {
        SignalIndex index = new SignalIndex();
        ComparisonSignals.KINDS.forEach(kind -> index.kinds.put(kind.code(), kind));
        for (SignalFacts facts : all) {
            facts.entries()
                    .forEach(s -> index.entries
                            .computeIfAbsent(s.path(), key -> new ArrayList<>(1))
                            .add(s));
            index.hidden.addAll(facts.hidden());
            facts.kinds().forEach(kind -> index.kinds.putIfAbsent(kind.code(), kind));
        }
        return index;
    }

    private SignalKind kind(String code) {
        return kinds.computeIfAbsent(code, c -> SignalKind.notice(c, ""));
    }

    private Set<SignalKind> kinds(Collection<String> codes) {
        Set<SignalKind> sorted = new TreeSet<>();
        codes.forEach(code -> sorted.add(kind(code)));
        return sorted;
    }

    /** The codes of an entry, the worst first, with those that comparing gave. */
    List<String> codes(ImagePath path, List<String> compared) {
        List<Signals> found = entries.getOrDefault(path, List.of());
        if (found.isEmpty() && compared.isEmpty()) {
            return List.of();
        }
        List<String> codes = new ArrayList<>(compared);
        found.forEach(signals -> codes.addAll(signals.codes()));
        return kinds(codes).stream().map(SignalKind::code).toList();
    }

    /** What exactly the signals of an entry are. */
    List<Evidence> evidence(ImagePath path) {
        List<Signals> found = entries.getOrDefault(path, List.of());
        return found.isEmpty()
                ? List.of()
                : found.stream().flatMap(signals -> signals.evidence().stream()).toList();
    }

    /** The signals of hidden versions. */
    List<HiddenSignals> hidden(List<FileVersion> versions) {
        return hidden.stream()
                .map(h -> new HiddenSignals(
                        Objects.requireNonNull(versions.get(h.number())),
                        h.signals().codes(),
                        h.signals().evidence()))
                .toList();
    }

    /** The kinds that occur anywhere, the worst first. */
    List<SignalKind> occurring(List<Line> lines) {
        Set<String> codes = new TreeSet<>();
        lines.forEach(line -> codes.addAll(line.signals()));
        hidden.forEach(h -> codes.addAll(h.signals().codes()));
        return List.copyOf(kinds(codes));
    }
}
