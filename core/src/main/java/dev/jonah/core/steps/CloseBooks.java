package dev.jonah.core.steps;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.image.FileEntry;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.pipeline.SignalFacts;
import dev.jonah.pipeline.Step;
import dev.jonah.pipeline.StepContext;
import dev.jonah.pipeline.VerdictFacts;
import dev.jonah.pipeline.VerdictFacts.Line;
import dev.jonah.pipeline.VerificationFacts.Status;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives every entry its one verdict: by its claims, else by its explanation, else UNEXPLAINED. */
final class CloseBooks implements Step {
    @Override
    public String name() {
        return "classify";
    }

    @Override
    public List<String> after() {
        return List.of("verify", "copies", "explain", "signals");
    }

    @Override
    public VerdictFacts run(StepContext context) throws IOException {
        Books books = Books.of(context);
        Map<ImagePath, Explanation> explanations = SignalScan.explanations(context);
        SignalIndex signals = SignalIndex.of(context.facts(SignalFacts.class));
        List<FileEntry> everything = context.image().tree().files().toList();
        List<Part> parts = Parts.of(everything, context.tasks(), files -> {
            Part part = new Part(new ArrayList<>(files.size()), new ArrayList<>());
            for (FileEntry file : files) {
                ImagePath path = file.path();
                part.lines.add(line(file, books.claims(path), explanations.get(path), signals, part.noticed::add));
            }
            return part;
        });
        List<Line> lines = new ArrayList<>();
        for (Part part : parts) {
            lines.addAll(part.lines);
            part.noticed.forEach(context.diagnostics()::report);
        }
        return new VerdictFacts(lines);
    }

    /** The lines of some files, and what was noticed about them. */
    private record Part(List<Line> lines, List<Diagnostic> noticed) {}

    private static Line line(
            FileEntry file,
            List<Books.Entry> claims,
            @Nullable Explanation explanation,
            SignalIndex signals,
            Diagnostics diagnostics) {
        if (!claims.isEmpty()) {
            return claimed(file, claims, signals, diagnostics);
        }
        List<Evidence> evidence = new ArrayList<>(explanation == null ? unread(file) : List.of(explanation.evidence()));
        evidence.addAll(signals.evidence(file.path()));
        return new Line(
                file.path(),
                explanation == null ? Verdict.UNEXPLAINED : explanation.verdict(),
                null,
                List.of(),
                evidence,
                signals.codes(file.path(), isCopyOfAltered(explanation) ? List.of("copy-of-altered") : List.of()));
    }

    private static boolean isCopyOfAltered(@Nullable Explanation explanation) {
        return explanation != null && explanation.evidence().rule().equals(FindCopies.ALTERED);
    }

    private static List<Evidence> unread(FileEntry file) {
        return file.type().isRegular() && file.content() == null
                ? List.of(Evidence.of("content.unread", "its content is not in the layer"))
                : List.of();
    }

    private static Line claimed(
            FileEntry file, List<Books.Entry> claims, SignalIndex signals, Diagnostics diagnostics) {
        Books.Entry owner = claims.get(0);
        List<Evidence> evidence = new ArrayList<>();
        Set<Integer> claimants = new LinkedHashSet<>();
        for (Books.Entry claim : claims) {
            if (claimants.add(claim.claim().packageNumber())) {
                evidence.addAll(evidence(claim, claims.size() > 1));
            }
        }
        evidence.addAll(signals.evidence(file.path()));
        boolean conflict = claims.size() > 1
                && claims.stream()
                        .anyMatch(c -> c.result().status() == Status.DIFFERENT
                                && owner.result().status() == Status.EQUAL
                                && c.found().found().kind() == Kind.SYSTEM
                                && owner.found().found().kind() == Kind.SYSTEM);
        if (conflict) {
            diagnostics.info(
                    "claim.conflict",
                    file.path(),
                    "packages disagree about " + file.path() + ": "
                            + claims.stream()
                                    .map(c -> c.found().found().purl().name())
                                    .toList());
        }
        return new Line(
                file.path(),
                owner.verdict(),
                owner.claim().packageNumber(),
                List.copyOf(claimants),
                evidence,
                // What the other claimants say of mode and owner is evidence, but no reason to look.
                signals.codes(file.path(), owner.result().signals()));
    }

    private static List<Evidence> evidence(Books.Entry claim, boolean several) {
        List<Evidence> evidence = new ArrayList<>();
        List<ImagePath> inputs = claim.promise().source() != null
                ? List.of(claim.promise().source())
                : claim.found().found().foundAt();
        String who = several ? claim.found().found().purl().name() + ": " : "";
        String text = switch (claim.result().status()) {
            case EQUAL -> claim.result().compared() + " as recorded";
            case NOTHING_RECORDED -> "claimed, and nothing recorded to compare";
            case DIFFERENT -> claim.result().difference();
            case UNREADABLE ->
                "claimed, and the content cannot be read: " + claim.result().difference();
        };
        // Of what is as recorded there is nothing more to tell.
        boolean told =
                claim.result().status() == Status.EQUAL || claim.promise().note() == null;
        String note = told ? "" : "; " + claim.promise().note();
        evidence.add(new Evidence(claim.promise().rule(), who + text + note, inputs));
        for (String difference : claim.result().metadata()) {
            evidence.add(new Evidence(claim.promise().rule() + ".metadata", who + difference, inputs));
        }
        return evidence;
    }
}
