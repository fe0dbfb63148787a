package dev.jonah.core.steps;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.pipeline.ClaimFacts;
import dev.jonah.pipeline.ClaimFacts.Claim;
import dev.jonah.pipeline.Step;
import dev.jonah.pipeline.StepContext;
import dev.jonah.pipeline.VerificationFacts;
import dev.jonah.pipeline.VerificationFacts.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** Compares every claim with its entry; contents are read in the order in which they lie, several layers at once. */
final class VerifyClaims implements Step {
    private static final int BATCH = 128;
    private static final int ROOM = 64 * 1024;

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public List<String> after() {
        return List.of("claim");
    }

    /** A claim with its entry, and its place in the list of claims. */
    private record Work(int index, Claim claim, FileEntry entry) {}

    @Override
    public VerificationFacts run(StepContext context) throws IOException {
        FileTree tree = context.image().tree();
        List<Claim> claims = context.facts(ClaimFacts.class).stream()
                .flatMap(facts -> facts.claims().stream())
                .toList();
        List<FileEntry> entries = Parts.joined(claims, context.tasks(), some -> entries(some, tree));
        List<Work> work = new ArrayList<>(claims.size());
        for (int i = 0; i < claims.size(); i++) {
            work.add(new Work(i, claims.get(i), entries.get(i)));
        }
        List<Work> ordered = ReadingOrder.of(work, Work::entry);
        Accounts accounts = Accounts.of(tree, context.limits());
        Result[] results = new Result[work.size()];
        AtomicLong done = new AtomicLong();
        int batches = (ordered.size() + BATCH - 1) / BATCH;
        context.tasks().run(batches, batch -> {
            int end = Math.min(ordered.size(), (batch + 1) * BATCH);
            byte[] room = new byte[ROOM];
            for (Work piece : ordered.subList(batch * BATCH, end)) {
                results[piece.index] = Comparison.of(piece.entry, piece.claim.promise(), accounts, room);
            }
            context.progress(done.addAndGet(end - batch * BATCH), ordered.size());
        });
        report(work, results, context);
        return new VerificationFacts(
                Arrays.stream(results).map(Objects::requireNonNull).toList());
    }

    private static List<FileEntry> entries(List<Claim> claims, FileTree tree) {
        List<FileEntry> entries = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            entries.add(tree.find(claim.path()).orElseThrow());
        }
        return entries;
    }

    private static void report(List<Work> work, Result[] results, StepContext context) {
        for (Work piece : work) {
            Result result = results[piece.index];
            if (result.status() == VerificationFacts.Status.UNREADABLE) {
                context.diagnostics()
                        .error(
                                "verify.unreadable",
                                piece.claim.path(),
                                "cannot be verified: " + piece.claim.path() + ": " + result.difference());
            }
            if (piece.entry.type() == EntryType.DIRECTORY && !result.metadata().isEmpty()) {
                context.diagnostics()
                        .info(
                                "verify.directory",
                                piece.claim.path(),
                                "directory " + piece.claim.path() + ": " + String.join("; ", result.metadata()));
            }
        }
    }
}
