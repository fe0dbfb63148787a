package dev.jonah.appdb.python;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Explains compiled Python files by their source. The source must be accounted for itself; the header must name a known
 * Python, the one that the file name tells, and the source's time and size or its hash; and the code must be well-formed,
 * of that source file, and use no name that the source does not hold. It is not compiled again: code that somebody wrote
 * with nothing but the source's own names is not told apart.
 */
public final class PythonBytecode implements Explainer {
    private static final String RULE = "python.bytecode";
    private static final FilePattern COMPILED = FilePattern.suffix(".pyc", ".pyo");

    /** Found as a service. */
    public PythonBytecode() {}

    @Override
    public String id() {
        return "jonah.appdb.python-bytecode";
    }

    @Override
    public FilePattern candidates() {
        return COMPILED;
    }

    @Override
    public boolean explainsEachAlone() {
        return true;
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        try (Stream<FileEntry> candidates = scan.candidates()) {
            for (FileEntry entry : (Iterable<FileEntry>) candidates::iterator) {
                Evidence evidence = evidence(entry, scan);
                if (evidence != null) {
                    out.accept(new Explanation(entry.path(), Verdict.DERIVED, evidence));
                }
            }
        }
    }

    private static @Nullable Evidence evidence(FileEntry entry, Scan scan) throws IOException {
        Bytecode compiled = Bytecode.of(entry.path(), entry);
        ImagePath path = compiled == null ? null : compiled.source();
        FileEntry source = path == null ? null : accountedSource(path, scan);
        Content text = source == null ? null : source.content();
        if (compiled == null || path == null || source == null || text == null) {
            return null;
        }
        String agreement = compiled.agreement(source, text);
        if (agreement == null || !compiled.isMadeFrom(text, scan.limits(), scan.diagnostics())) {
            return null;
        }
        return new Evidence(
                RULE,
                "compiled by Python " + compiled.python() + " from " + path + ": " + agreement
                        + ", and no name in the code is foreign to the source",
                Stream.of(path, source.path()).distinct().toList());
    }

    /** The source, through links, if every entry on the way is as its package wants it. */
    private static @Nullable FileEntry accountedSource(ImagePath path, Scan scan) {
        FileEntry source = scan.tree().resolveFile(path).orElse(null);
        return source != null
                        && isAccounted(scan, source.path())
                        && isAccounted(scan, scan.tree().canonical(path))
                ? source
                : null;
    }

    private static boolean isAccounted(Scan scan, ImagePath path) {
        Verdict verdict = scan.verdict(path);
        return verdict == Verdict.VERIFIED || verdict == Verdict.OWNED || verdict == Verdict.CONFIG_EDITED;
    }
}
