package dev.jonah.core.steps;

import dev.jonah.core.run.PluginCall;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.pipeline.ExplanationFacts;
import dev.jonah.pipeline.PackageFacts.Found;
import dev.jonah.pipeline.Step;
import dev.jonah.pipeline.StepContext;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks every explainer about what no package claims. What one says of an entry that is not its business is refused. */
final class Explain implements Step {
    private static final int BATCH = 256;

    private final List<Explainer> explainers;
    private final Dispatch dispatch;

    Explain(List<Explainer> explainers) {
        this.explainers = explainers;
        this.dispatch = Dispatch.of(explainers, Explainer::candidates);
    }

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public List<String> after() {
        return List.of("verify", "copies");
    }

    @Override
    public ExplanationFacts run(StepContext context) throws IOException {
        Books books = Books.of(context);
        List<SoftwarePackage> packages = books.packages().stream()
                .map(Found::found)
                .sorted(Comparator.comparing(SoftwarePackage::purl))
                .toList();
        List<List<FileEntry>> candidates = dispatch.all(books.unclaimed(context), context.tasks());
        List<PluginCall> calls = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < explainers.size(); i++) {
            calls.add(new PluginCall(explainers.get(i), Explainer.class, context.limits()));
            split(i, candidates.get(i), context, parts);
        }
        context.tasks().run(parts.size(), i -> parts.get(i).explain(explainers, context, books, packages));
        List<Explanation> found = new ArrayList<>();
        for (Part part : parts) {
            calls.get(part.explainer).add(part.call);
            found.addAll(part.found);
        }
        for (PluginCall call : calls) {
            call.noticed().forEach(context.diagnostics()::report);
            context.outcome(call.outcome());
        }
        return new ExplanationFacts(found);
    }

    private void split(int number, List<FileEntry> candidates, StepContext context, List<Part> parts) {
        Explainer explainer = explainers.get(number);
        int most = explainer.explainsEachAlone() ? BATCH : Integer.MAX_VALUE;
        for (int start = 0; start < candidates.size(); start += Math.min(most, candidates.size())) {
            List<FileEntry> part = candidates.subList(start, start + Math.min(most, candidates.size() - start));
            PluginCall call = new PluginCall(explainer, Explainer.class, context.limits());
            parts.add(new Part(number, part, call, new ArrayList<>()));
        }
    }

    /** One call of one explainer. */
    private record Part(int explainer, List<FileEntry> candidates, PluginCall call, List<Explanation> found) {
        void explain(List<Explainer> explainers, StepContext context, Books books, List<SoftwarePackage> packages)
                throws IOException {
            Scan scan = new Scan(context, books, packages, call, candidates);
            call.run(null, () -> explainers.get(explainer).explain(scan, e -> scan.accept(e, found)));
        }
    }

    /** What one explainer works with. */
    private static final class Scan implements Explainer.Scan {
        private final StepContext context;
        private final Books books;
        private final List<SoftwarePackage> packages;
        private final PluginCall call;
        private final List<FileEntry> candidates;
        private final Set<ImagePath> paths = new HashSet<>();

        Scan(
                StepContext context,
                Books books,
                List<SoftwarePackage> packages,
                PluginCall call,
                List<FileEntry> candidates) {
            this.context = context;
            this.books = books;
            this.packages = packages;
            this.call = call;
            this.candidates = candidates;
            candidates.forEach(file -> paths.add(file.path()));
        }

        void accept(Explanation explanation, List<Explanation> out) {
            if (!paths.contains(explanation.path())) {
                call.diagnostics()
                        .warning("explain.refused", explanation.path(), "not a candidate: " + explanation.path());
                return;
            }
            call.reported();
            out.add(explanation);
        }

        @Override
        public FileTree tree() {
            return context.image().tree();
        }

        @Override
        public Stream<FileEntry> candidates() {
            return candidates.stream();
        }

        @Override
        public List<SoftwarePackage> packages() {
            return packages;
        }

        @Override
        public @Nullable SoftwarePackage owner(ImagePath path) {
            return books.owner(path);
        }

        @Override
        public @Nullable Verdict verdict(ImagePath path) {
            return books.verdict(path);
        }

        @Override
        public Limits limits() {
            return context.limits();
        }

        @Override
        public Diagnostics diagnostics() {
            return call.diagnostics();
        }
    }
}
