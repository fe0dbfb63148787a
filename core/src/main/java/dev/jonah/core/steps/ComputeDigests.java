package dev.jonah.core.steps;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.pipeline.DigestFacts;
import dev.jonah.pipeline.DigestFacts.FileDigests;
import dev.jonah.pipeline.Step;
import dev.jonah.pipeline.StepContext;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Computes the checksums that the caller wants of every file, in the order in which contents lie. */
final class ComputeDigests implements Step {
    private static final int BATCH = 128;
    private static final int ROOM = 64 * 1024;

    private final List<Digest.Algorithm> algorithms;

    ComputeDigests(List<Digest.Algorithm> algorithms) {
        this.algorithms = algorithms;
    }

    @Override
    public String name() {
        return "digests";
    }

    @Override
    public List<String> after() {
        return List.of("index", "verify");
    }

    /** The checksums of one file, or why they cannot be had. */
    private record Outcome(FileEntry file, List<Digest> digests, String problem) {}

    @Override
    public DigestFacts run(StepContext context) throws IOException {
        if (algorithms.isEmpty()) {
            return new DigestFacts(List.of());
        }
        List<FileEntry> files = ReadingOrder.of(
                context.image()
                        .tree()
                        .files()
                        .filter(file -> file.content() != null)
                        .toList(),
                file -> file);
        Outcome[] outcomes = new Outcome[files.size()];
        context.tasks().run((files.size() + BATCH - 1) / BATCH, batch -> {
            byte[] room = new byte[ROOM];
            for (int i = batch * BATCH; i < Math.min(files.size(), (batch + 1) * BATCH); i++) {
                outcomes[i] = compute(files.get(i), room);
            }
        });
        List<FileDigests> found = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (!outcome.problem.isEmpty()) {
                context.diagnostics()
                        .error(
                                "digest.unreadable",
                                outcome.file.path(),
                                "cannot be read: " + outcome.file.path() + ": " + outcome.problem);
            } else {
                found.add(new FileDigests(outcome.file.path(), outcome.digests));
            }
        }
        found.sort(Comparator.comparing(FileDigests::path));
        return new DigestFacts(found);
    }

    private Outcome compute(FileEntry file, byte[] room) throws IOException {
        Content content = Objects.requireNonNull(file.content());
        List<Digest> digests = new ArrayList<>();
        try {
            for (Digest.Algorithm algorithm : algorithms) {
                digests.add(content.digest(algorithm, room));
            }
            return new Outcome(file, digests, "");
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            return new Outcome(file, List.of(), String.valueOf(e.getMessage()));
        }
    }
}
