package dev.jonah.testkit;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.image.ImageConfig;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalFinder.Standing;
import dev.jonah.ledger.SignalKind;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.PackageFile;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A scan for signals; made by {@link Scans#signals}. Every entry is {@link Verdict#UNEXPLAINED} unless {@link #withVerdict}
 * says otherwise.
 *
 * @param tree where to look
 * @param hidden a tree of files that a lower layer has and the image has not; empty unless set
 * @param config how the image is run
 * @param verdicts of entries, where they are not unexplained
 * @param promises what packages promise of entries
 * @param diagnostics what was reported so far
 */
public record SignalScan(
        FileTree tree,
        FileTree hidden,
        ImageConfig config,
        Map<ImagePath, Verdict> verdicts,
        Map<ImagePath, PackageFile> promises,
        CollectedDiagnostics diagnostics) {
    /**
     * A signal that was found.
     *
     * @param path of the entry
     * @param kind its kind
     * @param detail what exactly, or empty
     */
    public record Found(String path, SignalKind kind, String detail) {
        /** Path and code: {@code "/tmp/x elf"}. */
        @Override
        public String toString() {
            return path + " " + kind.code();
        }
    }

    /** Copies the maps. */
    public SignalScan {
        verdicts = Map.copyOf(verdicts);
        promises = Map.copyOf(promises);
    }

    /** The same with the verdict of an entry. */
    public SignalScan withVerdict(String path, Verdict verdict) {
        Map<ImagePath, Verdict> more = new TreeMap<>(verdicts);
        more.put(ImagePath.of(path), verdict);
        return new SignalScan(tree, hidden, config, more, promises, diagnostics);
    }

    /** The same with an entry that a package owns and vouches for. */
    public SignalScan withOwned(PackageFile promise) {
        Map<ImagePath, PackageFile> more = new TreeMap<>(promises);
        more.put(promise.path(), promise);
        return new SignalScan(tree, hidden, config, verdicts, more, diagnostics)
                .withVerdict(promise.path().toString(), Verdict.OWNED);
    }

    /** The same with files that a lower layer has and the image has not. */
    public SignalScan withHidden(FileTree lower) {
        return new SignalScan(tree, lower, config, verdicts, promises, diagnostics);
    }

    /** The same of an image that is run so. */
    public SignalScan withConfig(ImageConfig value) {
        return new SignalScan(tree, hidden, value, verdicts, promises, diagnostics);
    }

    /** What the finder finds, by path; {@link Found#toString()} tells path and code. */
    public List<Found> find(SignalFinder finder) throws IOException {
        List<Found> found = new ArrayList<>();
        find(finder, found::add);
        return found;
    }

    void find(SignalFinder finder, Consumer<Found> out) throws IOException {
        SignalFinder.Look look = finder.begin(new ForOne(this));
        for (FileEntry entry : tree.files().toList()) {
            Verdict verdict = verdict(entry.path());
            show(finder, look, new Shown(entry, standing(entry.path(), verdict), verdict, this), out);
        }
        for (FileEntry entry : hidden.files().toList()) {
            show(finder, look, new Shown(entry, Standing.HIDDEN, null, this), out);
        }
    }

    private Standing standing(ImagePath path, Verdict verdict) {
        PackageFile promise = promises.get(path);
        boolean vouched = verdict == Verdict.VERIFIED || verdict == Verdict.OWNED;
        return !vouched
                ? Standing.UNVOUCHED
                : promise != null && promise.byDirectory() ? Standing.INSIDE : Standing.VOUCHED;
    }

    private static void show(SignalFinder finder, SignalFinder.Look look, Shown shown, Consumer<Found> out)
            throws IOException {
        if (finder.looksAt().contains(shown.standing)) {
            look.at(shown, (kind, detail) -> {
                if (!finder.kinds().contains(kind)) {
                    throw new AssertionError("not one of its kinds: " + kind);
                }
                out.accept(new Found(shown.entry.path().toString(), kind, detail));
            });
        }
    }

    private Verdict verdict(ImagePath path) {
        return verdicts.getOrDefault(path, Verdict.UNEXPLAINED);
    }

    private record Shown(
            FileEntry entry, Standing standing, @Nullable Verdict verdict, SignalScan scan)
            implements SignalFinder.Subject {
        @Override
        public @Nullable PackageFile promise() {
            return scan.promises.get(entry.path());
        }

        @Override
        public byte[] head(int atMost) throws IOException {
            return entry.content() == null ? new byte[0] : entry.content().head(atMost);
        }
    }

    private record ForOne(SignalScan scan) implements SignalFinder.Scan {
        @Override
        public dev.jonah.image.Image image() {
            return new TreeImage(scan.tree, scan.hidden, scan.config);
        }

        @Override
        public dev.jonah.packages.@Nullable SoftwarePackage owner(ImagePath path) {
            return null;
        }

        @Override
        public Verdict verdict(ImagePath path) {
            return scan.verdict(path);
        }

        @Override
        public Limits limits() {
            return Limits.defaults();
        }

        @Override
        public CollectedDiagnostics diagnostics() {
            return scan.diagnostics;
        }
    }
}
