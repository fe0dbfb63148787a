package dev.jonah.core.steps;

import dev.jonah.core.run.Derived;
import dev.jonah.image.FileEntry;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.pipeline.ClaimFacts;
import dev.jonah.pipeline.ClaimFacts.Claim;
import dev.jonah.pipeline.PackageFacts;
import dev.jonah.pipeline.PackageFacts.Found;
import dev.jonah.pipeline.StepContext;
import dev.jonah.pipeline.VerificationFacts;
import dev.jonah.pipeline.VerificationFacts.Result;
import dev.jonah.pipeline.VerificationFacts.Status;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Claims and what became of them, by entry: how the books stand once claims are verified. Immutable after its making. */
final class Books {
    /**
     * A claim and its comparison.
     *
     * @param claim who promises what
     * @param result what comparing gave
     * @param found the package that claims
     */
    record Entry(Claim claim, Result result, Found found) {
        PackageFile promise() {
            return claim.promise();
        }

        Verdict verdict() {
            return switch (result.status()) {
                case EQUAL -> Verdict.VERIFIED;
                case NOTHING_RECORDED, UNREADABLE -> Verdict.OWNED;
                case DIFFERENT ->
                    switch (promise().ifDifferent()) {
                        case MODIFIED -> Verdict.MODIFIED;
                        case CONFIG_EDITED -> Verdict.CONFIG_EDITED;
                        case EXPECTED -> Verdict.OWNED;
                    };
            };
        }

        /**
         * What the system's packages recorded comes first, for whoever changes a file of theirs could add a list of an
         * application package that fits; among them a checksum that fits, for packages may share a path. Then the same
         * for application packages, then claims that say nothing about the content.
         */
        private int rank() {
            boolean system = found.found().kind() == SoftwarePackage.Kind.SYSTEM;
            return switch (result.status()) {
                case EQUAL -> system ? 0 : 2;
                case DIFFERENT -> promise().ifDifferent() == PackageFile.Difference.EXPECTED ? 4 : system ? 1 : 3;
                case NOTHING_RECORDED -> 5;
                case UNREADABLE -> 6;
            };
        }
    }

    private static final Comparator<Entry> BEST_FIRST = Comparator.comparingInt(Entry::rank)
            .thenComparing(entry -> entry.found.found().kind())
            .thenComparing(entry -> entry.found.plugin())
            .thenComparing(entry -> entry.found.found().purl())
            .thenComparingInt(entry -> entry.claim.packageNumber());

    private static final Result NOT_COMPARED = new Result(Status.NOTHING_RECORDED, "", "", List.of(), List.of());

    private final List<Found> packages = new ArrayList<>();
    private final Map<ImagePath, List<Entry>> claims = new HashMap<>();
    private volatile @Nullable List<FileEntry> unclaimed; // made twice at worst, and equal

    /** The books of this moment; several steps look at the same. */
    static Books of(StepContext context) {
        return Derived.of(
                context,
                Books.class,
                Set.of(PackageFacts.class, ClaimFacts.class, VerificationFacts.class),
                () -> open(context));
    }

    private static Books open(StepContext context) {
        return open(
                context.facts(PackageFacts.class),
                context.facts(ClaimFacts.class),
                context.facts(VerificationFacts.class));
    }

    /** The files that nothing claims, in the order of the tree. */
    List<FileEntry> unclaimed(StepContext context) throws IOException {
        List<FileEntry> known = unclaimed;
        if (known == null) {
            List<FileEntry> files = context.image().tree().files().toList();
            known = Parts.joined(files, context.tasks(), this::unclaimedOf);
            unclaimed = known;
        }
        return known;
    }

    private List<FileEntry> unclaimedOf(List<FileEntry> files) {
        List<FileEntry> found = new ArrayList<>();
        for (FileEntry file : files) {
            if (claims(file.path()).isEmpty()) {
                found.add(file);
            }
        }
        return found;
    }

    /** The one place where claims and what comparing them gave are put together. */
    static Books open(List<PackageFacts> packages, List<ClaimFacts> claims, List<VerificationFacts> verifications) {
        Books books = new Books();
        packages.forEach(facts -> books.packages.addAll(facts.packages()));
        List<Result> results = new ArrayList<>();
        verifications.forEach(facts -> results.addAll(facts.results()));
        int index = 0;
        for (ClaimFacts facts : claims) {
            for (Claim claim : facts.claims()) {
                Result result = index < results.size() ? results.get(index) : NOT_COMPARED;
                index++;
                books.claims
                        .computeIfAbsent(claim.path(), key -> new ArrayList<>(1))
                        .add(new Entry(claim, result, books.packages.get(claim.packageNumber())));
            }
        }
        for (List<Entry> list : books.claims.values()) {
            if (list.size() > 1) {
                list.sort(BEST_FIRST);
            }
        }
        return books;
    }

    /** All packages by number. */
    List<Found> packages() {
        return packages;
    }

    /** The claims on an entry, the owner's first; none if nothing claims it. */
    List<Entry> claims(ImagePath path) {
        return claims.getOrDefault(path, List.of());
    }

    /** The claim that counts, or null. */
    @Nullable
    Entry best(ImagePath path) {
        List<Entry> all = claims(path);
        return all.isEmpty() ? null : all.get(0);
    }

    @Nullable
    SoftwarePackage owner(ImagePath path) {
        Entry best = best(path);
        return best == null ? null : best.found.found();
    }

    @Nullable
    Verdict verdict(ImagePath path) {
        Entry best = best(path);
        return best == null ? null : best.verdict();
    }
}
