package dev.jonah.core.steps;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Image;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.pipeline.ExplanationFacts;
import dev.jonah.pipeline.StepContext;
import dev.jonah.value.ImagePath;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The books as finders of signals see them. */
record SignalScan(StepContext context, Books books, Map<ImagePath, Explanation> explanations, Diagnostics diagnostics)
        implements SignalFinder.Scan {
    /** The explanation that counts of each entry: the first. */
    static Map<ImagePath, Explanation> explanations(StepContext context) {
        Map<ImagePath, Explanation> first = new HashMap<>();
        context.facts(ExplanationFacts.class)
                .forEach(facts -> facts.explanations().forEach(e -> first.putIfAbsent(e.path(), e)));
        return first;
    }

    /** As the standing books see it. */
    static Verdict verdict(Books books, Map<ImagePath, Explanation> explanations, ImagePath path) {
        Verdict claimed = books.verdict(path);
        return claimed != null ? claimed : verdict(explanations.get(path));
    }

    /** Of an entry that nothing claims. */
    static Verdict verdict(@Nullable Explanation explanation) {
        return explanation != null ? explanation.verdict() : Verdict.UNEXPLAINED;
    }

    @Override
    public Image image() {
        return context.image();
    }

    @Override
    public @Nullable SoftwarePackage owner(ImagePath path) {
        return books.owner(path);
    }

    @Override
    public Verdict verdict(ImagePath path) {
        return verdict(books, explanations, path);
    }

    @Override
    public Limits limits() {
        return context.limits();
    }
}
