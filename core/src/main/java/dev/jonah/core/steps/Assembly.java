package dev.jonah.core.steps;

import dev.jonah.core.run.StepOutput;
import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileVersion;
import dev.jonah.image.Image;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.pipeline.ClaimFacts;
import dev.jonah.pipeline.DigestFacts;
import dev.jonah.pipeline.DistroFacts;
import dev.jonah.pipeline.PackageFacts;
import dev.jonah.pipeline.PackageFacts.Found;
import dev.jonah.pipeline.PluginOutcome;
import dev.jonah.pipeline.SignalFacts;
import dev.jonah.pipeline.VerdictFacts;
import dev.jonah.pipeline.VerdictFacts.Line;
import dev.jonah.pipeline.VerificationFacts;
import dev.jonah.pipeline.VerificationFacts.Status;
import dev.jonah.result.FileResult;
import dev.jonah.result.ImageFacts;
import dev.jonah.result.MissingFile;
import dev.jonah.result.PackageResult;
import dev.jonah.result.ScanResult;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the facts of all steps together into one result. Packages get their ids here, in the order of the result. */
public final class Assembly {
    private final List<StepOutput> outputs;
    private final Image image;
    private final List<Found> packages = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final SignalIndex signals;

    private Assembly(List<StepOutput> outputs, Image image) {
        this.outputs = outputs;
        this.image = image;
        facts(PackageFacts.class).forEach(facts -> packages.addAll(facts.packages()));
        facts(VerdictFacts.class).forEach(facts -> lines.addAll(facts.lines()));
        signals = SignalIndex.of(facts(SignalFacts.class));
    }

    /** The result of a run over an image. */
    public static ScanResult of(List<StepOutput> outputs, Image image) {
        return new Assembly(outputs, image).result();
    }

    private <F extends Record> List<F> facts(Class<F> type) {
        return outputs.stream()
                .map(StepOutput::facts)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private ScanResult result() {
        List<Integer> order = IntStream.range(0, packages.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> found(i).found().purl())
                        .thenComparing(i -> found(i).found().foundAt().toString())
                        .thenComparing(i -> found(i).plugin())
                        .thenComparing(i -> i))
                .toList();
        PackageResult[] results = packageResults(order);
        List<Diagnostic> diagnostics = outputs.stream()
                .flatMap(output -> output.diagnostics().stream())
                .sorted()
                .toList();
        boolean errors = diagnostics.stream().anyMatch(d -> d.severity() == Diagnostic.Severity.ERROR);
        List<PluginOutcome> outcomes = outputs.stream()
                .flatMap(output -> output.outcomes().stream())
                .sorted()
                .toList();
        List<FileVersion> hidden = image.hidden();
        return new ScanResult(
                ImageFacts.of(image),
                distro(),
                order.stream().map(i -> results[i]).toList(),
                files(results),
                image.tree().directoryCount(),
                missing(results),
                hidden,
                signals.hidden(hidden),
                signals.occurring(lines),
                merged(PackageFacts::keys)
                        .sorted(Comparator.comparing(PackageFacts.Key::plugin)
                                .thenComparing(key -> key.key().id())
                                .thenComparing(key -> key.key().toString()))
                        .toList(),
                merged(PackageFacts::changes).sorted().toList(),
                merged(PackageFacts::removed).sorted().toList(),
                outcomes,
                diagnostics,
                image.complete() && !errors);
    }

    private <T> Stream<T> merged(Function<PackageFacts, List<T>> part) {
        return facts(PackageFacts.class).stream().flatMap(facts -> part.apply(facts).stream());
    }

    private Found found(int number) {
        return packages.get(number);
    }

    private DistroFacts.@Nullable Opinion distro() {
        for (DistroFacts facts : facts(DistroFacts.class)) {
            if (facts.chosen() != null) {
                return facts.chosen();
            }
        }
        return null;
    }

    private PackageResult[] packageResults(List<Integer> order) {
        String[] ids = new String[packages.size()];
        for (int i = 0; i < order.size(); i++) {
            ids[order.get(i)] = "p" + (i + 1);
        }
        Counts counts = new Counts(packages.size());
        counts.count();
        Map<ImagePath, Line> byPath = new HashMap<>();
        lines.forEach(line -> byPath.put(line.path(), line));
        PackageResult[] results = new PackageResult[packages.size()];
        for (int i = 0; i < results.length; i++) {
            Found found = found(i);
            results[i] = new PackageResult(
                    ids[i],
                    found.found(),
                    found.plugin(),
                    found.layer(),
                    provider(found, byPath, ids),
                    counts.claimed[i],
                    counts.verified[i],
                    counts.modified[i],
                    counts.missing[i]);
        }
        return results;
    }

    /** The system package that owns the file by which an application package was found. */
    private @Nullable String provider(Found found, Map<ImagePath, Line> byPath, String[] ids) {
        if (found.found().kind() == Kind.SYSTEM) {
            return null;
        }
        for (ImagePath path : found.found().foundAt()) {
            Line line = byPath.get(path);
            for (Integer claimant : line == null ? List.<Integer>of() : line.claimants()) {
                if (found(claimant).found().kind() == Kind.SYSTEM) {
                    return ids[claimant];
                }
            }
        }
        return null;
    }

    /** How the files of each package fared. */
    private final class Counts {
        private final int[] claimed;
        private final int[] verified;
        private final int[] modified;
        private final int[] missing;

        Counts(int packages) {
            claimed = new int[packages];
            verified = new int[packages];
            modified = new int[packages];
            missing = new int[packages];
        }

        void count() {
            Books books =
                    Books.open(facts(PackageFacts.class), facts(ClaimFacts.class), facts(VerificationFacts.class));
            for (Line line : lines) {
                for (Books.Entry claim : books.claims(line.path())) {
                    if (!JoinClaims.isDirectory(claim.promise())) {
                        int number = claim.claim().packageNumber();
                        claimed[number]++;
                        verified[number] += claim.result().status() == Status.EQUAL ? 1 : 0;
                        modified[number] += claim.result().status() == Status.DIFFERENT ? 1 : 0;
                    }
                }
            }
            facts(ClaimFacts.class).forEach(facts -> facts.missing().forEach(gone -> missing[gone.packageNumber()]++));
        }
    }

    private List<FileResult> files(PackageResult[] results) {
        Map<ImagePath, List<Digest>> digests = new HashMap<>();
        facts(DigestFacts.class)
                .forEach(facts -> facts.files().forEach(file -> digests.put(file.path(), file.digests())));
        List<FileResult> files = new ArrayList<>();
        for (Line line : lines) {
            FileEntry entry = image.tree().find(line.path()).orElseThrow();
            files.add(new FileResult(
                    entry,
                    line.verdict(),
                    line.owner() == null ? null : results[line.owner()],
                    line.claimants().stream().map(i -> results[i]).toList(),
                    line.evidence(),
                    line.signals(),
                    digests.getOrDefault(line.path(), List.of())));
        }
        checkBooks(files);
        return files;
    }

    /** The one invariant of it all: whoever changes the pipeline may not lose an entry. */
    private void checkBooks(List<FileResult> files) {
        if (files.size() != image.tree().fileCount()) {
            throw new IllegalStateException("the books do not balance: " + files.size() + " verdicts for "
                    + image.tree().fileCount() + " entries; does the pipeline end with the step classify?");
        }
    }

    private List<MissingFile> missing(PackageResult[] results) {
        return facts(ClaimFacts.class).stream()
                .flatMap(facts -> facts.missing().stream())
                .map(m -> new MissingFile(m.path(), results[m.packageNumber()], m.reason(), m.layer(), m.evidence()))
                .sorted(Comparator.comparing(MissingFile::path)
                        .thenComparing(m -> m.owner().software().purl())
                        .thenComparing(m -> m.owner().id()))
                .toList();
    }
}
