package dev.jonah.core.steps;

import dev.jonah.core.run.StepOutput;
import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.image.FileVersion;
import dev.jonah.image.Image;
import dev.jonah.pipeline.ClaimFacts;
import dev.jonah.pipeline.DigestFacts;
import dev.jonah.pipeline.DistroFacts;
import dev.jonah.pipeline.PackageFacts;
import dev.jonah.pipeline.PluginOutcome;
import dev.jonah.pipeline.SignalFacts;
import dev.jonah.pipeline.VerdictFacts;
import dev.jonah.pipeline.VerdictFacts.Line;
import dev.jonah.pipeline.VerificationFacts;
import dev.jonah.result.FileResult;
import dev.jonah.result.ImageFacts;
import dev.jonah.result.MissingFile;
import dev.jonah.result.PackageResult;
import dev.jonah.result.ScanResult;
import dev.jonah.support.Tasks;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the facts of all steps together into one result. */
public final class Assembly {
    private final List<StepOutput> outputs;
    private final Image image;
    private final Tasks tasks;
    private final List<Line> lines = new ArrayList<>();
    private final SignalIndex signals;

    private Assembly(List<StepOutput> outputs, Image image, Tasks tasks) {
        this.outputs = outputs;
        this.image = image;
        this.tasks = tasks;
        facts(VerdictFacts.class).forEach(facts -> lines.addAll(facts.lines()));
        signals = SignalIndex.of(facts(SignalFacts.class));
    }

    /** The result of a run over an image. */
    public static ScanResult of(List<StepOutput> outputs, Image image, Tasks tasks) throws IOException {
        return new Assembly(outputs, image, tasks).result();
    }

    private <F extends Record> List<F> facts(Class<F> type) {
        return outputs.stream()
                .map(StepOutput::facts)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private ScanResult result() throws IOException {
        PackageResults packages = new PackageResults(facts(PackageFacts.class), lines);
        PackageResult[] results = packages.byNumber(
                new FileCounts(packages.size(), facts(ClaimFacts.class), facts(VerificationFacts.class)));
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
                packages.sorted(results),
                packages.declared(),
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

    private DistroFacts.@Nullable Opinion distro() {
        for (DistroFacts facts : facts(DistroFacts.class)) {
            if (facts.chosen() != null) {
                return facts.chosen();
            }
        }
        return null;
    }

    private List<FileResult> files(PackageResult[] results) throws IOException {
        Map<ImagePath, List<Digest>> digests = new HashMap<>();
        facts(DigestFacts.class)
                .forEach(facts -> facts.files().forEach(file -> digests.put(file.path(), file.digests())));
        List<FileResult> files = Parts.joined(lines, tasks, some -> files(some, results, digests));
        checkBooks(files);
        return files;
    }

    private List<FileResult> files(List<Line> some, PackageResult[] results, Map<ImagePath, List<Digest>> digests) {
        List<FileResult> files = new ArrayList<>(some.size());
        for (Line line : some) {
            List<PackageResult> claimants = new ArrayList<>(line.claimants().size());
            line.claimants().forEach(number -> claimants.add(results[number]));
            files.add(new FileResult(
                    image.tree().find(line.path()).orElseThrow(),
                    line.verdict(),
                    line.owner() == null ? null : results[line.owner()],
                    claimants,
                    line.evidence(),
                    line.signals(),
                    digests.getOrDefault(line.path(), List.of())));
        }
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
