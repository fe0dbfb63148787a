package dev.jonah.core.steps;

import dev.jonah.core.run.PluginCall;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileVersion;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalFinder.Look;
import dev.jonah.ledger.SignalFinder.Standing;
import dev.jonah.ledger.SignalKind;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.PackageFile;
import dev.jonah.pipeline.PluginOutcome;
import dev.jonah.pipeline.SignalFacts;
import dev.jonah.pipeline.SignalFacts.Hidden;
import dev.jonah.pipeline.SignalFacts.Signals;
import dev.jonah.pipeline.Step;
import dev.jonah.pipeline.StepContext;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Shows entries to every finder of signals, in the order in which their bytes lie, several at once. A finder that fails at
 * one entry is asked about the next.
 */
final class FindSignals implements Step {
    private static final int BATCH = 128;
    private static final int NO_NUMBER = -1;

    private final List<SignalFinder> finders;

    FindSignals(List<SignalFinder> finders) {
        this.finders = finders;
    }

    @Override
    public String name() {
        return "signals";
    }

    @Override
    public List<String> after() {
        return List.of("verify", "copies", "explain");
    }

    @Override
    public SignalFacts run(StepContext context) throws IOException {
        List<Finder> ready = new ArrayList<>();
        Set<SignalKind> kinds = new TreeSet<>(ComparisonSignals.KINDS);
        Books books = Books.of(context);
        Map<ImagePath, Explanation> explanations = SignalScan.explanations(context);
        for (SignalFinder finder : finders) {
            Finder prepared = new Finder(finder, context);
            prepared.begin(books, explanations);
            ready.add(prepared);
            kinds.addAll(prepared.kinds);
        }
        List<SignalSubject.Candidate> candidates = candidates(context, books, explanations, ready);
        FoundSignals[] found = new FoundSignals[candidates.size()];
        int batches = (candidates.size() + BATCH - 1) / BATCH;
        PluginCall[][] calls = new PluginCall[batches][];
        AtomicLong done = new AtomicLong();
        context.tasks().run(batches, batch -> {
            int end = Math.min(candidates.size(), (batch + 1) * BATCH);
            calls[batch] = look(ready, candidates.subList(batch * BATCH, end), found, batch * BATCH);
            context.progress(done.addAndGet(end - batch * BATCH), candidates.size());
        });
        for (int i = 0; i < ready.size(); i++) {
            for (PluginCall[] batch : calls) {
                ready.get(i).add(batch[i]);
            }
            ready.get(i).report();
        }
        return facts(candidates, found, kinds);
    }

    /** What some finder wants to see, in the order of the medium. */
    private static List<SignalSubject.Candidate> candidates(
            StepContext context, Books books, Map<ImagePath, Explanation> explanations, List<Finder> ready)
            throws IOException {
        Set<Standing> wanted = EnumSet.noneOf(Standing.class);
        ready.forEach(finder -> wanted.addAll(finder.standings));
        List<FileEntry> files = context.image().tree().files().toList();
        List<SignalSubject.Candidate> candidates =
                Parts.joined(files, context.tasks(), some -> candidates(some, books, explanations, wanted));
        if (wanted.contains(Standing.HIDDEN)) {
            int number = 0;
            for (FileVersion version : context.image().hidden()) {
                candidates.add(new SignalSubject.Candidate(number++, version.entry(), Standing.HIDDEN, null, null));
            }
        }
        return ReadingOrder.of(candidates, SignalSubject.Candidate::entry);
    }

    private static List<SignalSubject.Candidate> candidates(
            List<FileEntry> files, Books books, Map<ImagePath, Explanation> explanations, Set<Standing> wanted) {
        List<SignalSubject.Candidate> candidates = new ArrayList<>(files.size());
        for (FileEntry file : files) {
            ImagePath path = file.path();
            List<Books.Entry> claims = books.claims(path);
            Verdict verdict = claims.isEmpty()
                    ? SignalScan.verdict(explanations.get(path))
                    : claims.get(0).verdict();
            Standing standing = standing(verdict, claims);
            if (wanted.contains(standing)) {
                PackageFile promise = claims.isEmpty() ? null : claims.get(0).promise();
                candidates.add(new SignalSubject.Candidate(NO_NUMBER, file, standing, verdict, promise));
            }
        }
        return candidates;
    }

    private static Standing standing(Verdict verdict, List<Books.Entry> claims) {
        if (verdict != Verdict.OWNED) {
            return verdict == Verdict.VERIFIED ? Standing.VOUCHED : Standing.UNVOUCHED;
        }
        for (Books.Entry claim : claims) {
            if (!claim.promise().byDirectory()) {
                return Standing.VOUCHED;
            }
        }
        return Standing.INSIDE;
    }

    private static PluginCall[] look(
            List<Finder> ready, List<SignalSubject.Candidate> batch, FoundSignals[] found, int offset)
            throws IOException {
        PluginCall[] calls = new PluginCall[ready.size()];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = ready.get(i).call();
        }
        for (int n = 0; n < batch.size(); n++) {
            SignalSubject subject = new SignalSubject(batch.get(n));
            FoundSignals signals = new FoundSignals();
            for (int i = 0; i < calls.length; i++) {
                ready.get(i).look(subject, signals, calls[i]);
            }
            found[offset + n] = signals;
        }
        return calls;
    }

    private static SignalFacts facts(
            List<SignalSubject.Candidate> candidates, FoundSignals[] found, Set<SignalKind> kinds) {
        List<Signals> visible = new ArrayList<>();
        List<Hidden> hidden = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            FileEntry entry = candidates.get(i).entry();
            FoundSignals signals = Objects.requireNonNull(found[i]);
            if (signals.isEmpty()) {
                continue;
            }
            if (candidates.get(i).standing() == Standing.HIDDEN) {
                hidden.add(new Hidden(candidates.get(i).number(), signals.of(entry.path())));
            } else {
                visible.add(signals.of(entry.path()));
            }
        }
        visible.sort(Comparator.comparing(Signals::path));
        hidden.sort(Comparator.comparingInt(Hidden::number));
        return new SignalFacts(visible, hidden, List.copyOf(kinds));
    }

    /** One finder and how it fares. */
    private static final class Finder {
        private final SignalFinder plugin;
        private final StepContext context;
        private final List<PluginCall> calls = new ArrayList<>();
        private Set<Standing> standings = Set.of();
        private List<SignalKind> kinds = List.of();
        private @Nullable Look look;

        Finder(SignalFinder plugin, StepContext context) {
            this.plugin = plugin;
            this.context = context;
        }

        PluginCall call() {
            return new PluginCall(plugin, SignalFinder.class, context.limits());
        }

        void begin(Books books, Map<ImagePath, Explanation> explanations) throws IOException {
            PluginCall call = call();
            calls.add(call);
            call.run(null, () -> {
                look = plugin.begin(new SignalScan(context, books, explanations, call.diagnostics()));
                kinds = List.copyOf(plugin.kinds());
                standings = Set.copyOf(plugin.looksAt());
            });
        }

        void look(SignalSubject subject, FoundSignals signals, PluginCall call) throws IOException {
            Look ready = look;
            if (ready != null && standings.contains(subject.standing())) {
                call.run(
                        subject.entry().path(),
                        () -> ready.at(subject, (kind, detail) -> {
                            if (!kinds.contains(kind)) {
                                throw new IllegalArgumentException("not one of its kinds: " + kind.code());
                            }
                            call.reported();
                            signals.add(kind, detail);
                        }));
            }
        }

        void add(PluginCall call) {
            calls.add(call);
        }

        void report() {
            calls.forEach(call -> call.noticed().forEach(context.diagnostics()::report));
            context.outcome(calls.stream()
                    .map(PluginCall::outcome)
                    .reduce(Finder::together)
                    .orElseThrow());
        }

        private static PluginOutcome together(PluginOutcome one, PluginOutcome other) {
            PluginOutcome.Outcome both =
                    one.outcome() == other.outcome() || other.outcome() == PluginOutcome.Outcome.NOT_APPLICABLE
                            ? one.outcome()
                            : one.outcome() == PluginOutcome.Outcome.NOT_APPLICABLE
                                    ? other.outcome()
                                    : PluginOutcome.Outcome.PARTIAL;
            return new PluginOutcome(one.id(), one.kind(), one.version(), both);
        }
    }
}
