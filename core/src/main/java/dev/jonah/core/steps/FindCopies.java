package dev.jonah.core.steps;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.pipeline.ExplanationFacts;
import dev.jonah.pipeline.Step;
import dev.jonah.pipeline.StepContext;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Explains unclaimed files by claimed ones of the same content. Only sizes that occur on both sides are hashed. Very short
 * contents say little: there the name must be the same too.
 */
final class FindCopies implements Step {
    static final String ALTERED = "copy.altered";

    private static final long TELLING_SIZE = 32;

    @Override
    public String name() {
        return "copies";
    }

    @Override
    public List<String> after() {
        return List.of("verify");
    }

    @Override
    public ExplanationFacts run(StepContext context) throws IOException {
        FileTree tree = context.image().tree();
        Books books = Books.of(context);
        Map<Long, List<FileEntry>> unclaimed = new TreeMap<>();
        for (FileEntry file : books.unclaimed(context)) {
            if (file.content() != null && file.size() > 0) {
                unclaimed.computeIfAbsent(file.size(), key -> new ArrayList<>()).add(file);
            }
        }
        Map<Long, List<FileEntry>> claimed = new HashMap<>();
        tree.files()
                .filter(file -> file.content() != null
                        && unclaimed.containsKey(file.size())
                        && books.verdict(file.path()) != null)
                .forEach(file -> claimed.computeIfAbsent(file.size(), key -> new ArrayList<>())
                        .add(file));
        List<Long> sizes = claimed.keySet().stream().sorted().toList();
        List<List<Explanation>> found = new ArrayList<>();
        sizes.forEach(size -> found.add(new ArrayList<>()));
        context.tasks().run(sizes.size(), i -> {
            Long size = sizes.get(i);
            compare(
                    Objects.requireNonNull(unclaimed.get(size)),
                    Objects.requireNonNull(claimed.get(size)),
                    books,
                    found.get(i));
        });
        return new ExplanationFacts(found.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Explanation::path))
                .toList());
    }

    private static void compare(List<FileEntry> unclaimed, List<FileEntry> claimed, Books books, List<Explanation> out)
            throws IOException {
        Map<Digest, List<FileEntry>> byDigest = new HashMap<>();
        for (FileEntry file : claimed) {
            Digest digest = digest(file);
            if (digest != null) {
                byDigest.computeIfAbsent(digest, key -> new ArrayList<>()).add(file);
            }
        }
        for (FileEntry file : unclaimed) {
            Digest digest = digest(file);
            List<FileEntry> originals =
                    new ArrayList<>(digest == null ? List.of() : byDigest.getOrDefault(digest, List.of()));
            if (file.size() < TELLING_SIZE) {
                originals.removeIf(o -> !o.path().name().equals(file.path().name()));
            }
            if (!originals.isEmpty()) {
                out.add(explain(file, originals, books));
            }
        }
    }

    private static Explanation explain(FileEntry file, List<FileEntry> originals, Books books) {
        FileEntry original = originals.stream()
                .min(Comparator.comparing((FileEntry o) -> books.verdict(o.path()))
                        .thenComparing(o -> !o.path().name().equals(file.path().name()))
                        .thenComparing(FileEntry::path))
                .orElseThrow();
        Verdict verdict = Objects.requireNonNull(books.verdict(original.path()));
        boolean altered = verdict == Verdict.MODIFIED || verdict == Verdict.CONFIG_EDITED;
        String more = originals.size() > 1 ? " and of " + (originals.size() - 1) + " more" : "";
        String owner =
                Objects.requireNonNull(books.owner(original.path())).purl().name();
        return new Explanation(
                file.path(),
                Verdict.COPY,
                Evidence.of(
                        altered ? ALTERED : "copy.content",
                        "same content as " + original.path() + " of " + owner + more
                                + (altered ? ", which is not what that package shipped" : ""),
                        original.path()));
    }

    private static @Nullable Digest digest(FileEntry file) throws IOException {
        Content content = Objects.requireNonNull(file.content());
        try {
            return content.digest(Digest.Algorithm.SHA256);
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            return null; // its content is reported as unreadable where it is needed for itself
        }
    }
}
