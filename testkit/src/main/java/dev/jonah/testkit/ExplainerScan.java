package dev.jonah.testkit;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scan for explanations; made by {@link Scans#explainer}. A promised file belongs to the first package that promises it
 * and is {@link Verdict#OWNED} unless {@link #withVerdict} says otherwise.
 *
 * @param tree where to look
 * @param packages what is installed
 * @param verdicts of claimed entries, where they are not {@link Verdict#OWNED}
 * @param limits bounds
 * @param diagnostics what was reported so far
 */
public record ExplainerScan(
        FileTree tree,
        List<SoftwarePackage> packages,
        Map<ImagePath, Verdict> verdicts,
        Limits limits,
        CollectedDiagnostics diagnostics) {
    /** Copies list and map; packages are sorted by package URL. */
    public ExplainerScan {
        packages = packages.stream()
                .sorted(Comparator.comparing(SoftwarePackage::purl))
                .toList();
        verdicts = Map.copyOf(verdicts);
    }

    /** The same with a further package. */
    public ExplainerScan withPackage(SoftwarePackage installed) {
        List<SoftwarePackage> more = new ArrayList<>(packages);
        more.add(installed);
        return new ExplainerScan(tree, more, verdicts, limits, diagnostics);
    }

    /** The same with the verdict of a claimed entry. */
    public ExplainerScan withVerdict(String path, Verdict verdict) {
        Map<ImagePath, Verdict> more = new TreeMap<>(verdicts);
        more.put(ImagePath.of(path), verdict);
        return new ExplainerScan(tree, packages, more, limits, diagnostics);
    }

    /** The same within these bounds. */
    public ExplainerScan withLimits(Limits value) {
        return new ExplainerScan(tree, packages, verdicts, value, diagnostics);
    }

    /** What the explainer hands over, in its order. */
    public List<Explanation> explain(Explainer explainer) throws IOException {
        List<Explanation> found = new ArrayList<>();
        explain(explainer, found::add);
        return found;
    }

    void explain(Explainer explainer, Consumer<Explanation> out) throws IOException {
        Map<ImagePath, SoftwarePackage> owners = new TreeMap<>();
        packages.forEach(p -> p.files().forEach(file -> owners.putIfAbsent(tree.canonical(file.path()), p)));
        explainer.explain(new ForOne(this, explainer, owners), out);
    }

    private record ForOne(ExplainerScan scan, Explainer explainer, Map<ImagePath, SoftwarePackage> owners)
            implements Explainer.Scan {
        @Override
        public FileTree tree() {
            return scan.tree;
        }

        @Override
        public Stream<FileEntry> candidates() {
            return scan.tree.matching(explainer.candidates()).filter(e -> !owners.containsKey(e.path()));
        }

        @Override
        public List<SoftwarePackage> packages() {
            return scan.packages;
        }

        @Override
        public @Nullable SoftwarePackage owner(ImagePath path) {
            return owners.get(path);
        }

        @Override
        public @Nullable Verdict verdict(ImagePath path) {
            return owners.containsKey(path) ? scan.verdicts.getOrDefault(path, Verdict.OWNED) : null;
        }

        @Override
        public Limits limits() {
            return scan.limits;
        }

        @Override
        public Diagnostics diagnostics() {
            return scan.diagnostics;
        }
    }
}
