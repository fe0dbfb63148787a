package dev.jonah.appdb.python;

import dev.jonah.appdb.python.format.BytecodeHeader;
import dev.jonah.appdb.python.format.CodeSummary;
import dev.jonah.appdb.python.format.SourceHash;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.InputStream;
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
    /** Some times the size of the largest modules; what is read from them takes a multiple of it in memory. */
    private static final int MOST_BYTES = 8 << 20;

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
        Content compiled = entry.content();
        CompiledName name = CompiledName.of(entry.path());
        if (compiled == null || name == null) {
            return null;
        }
        FileEntry source = accountedSource(name.source(), scan);
        Content text = source == null ? null : source.content();
        byte[] start = compiled.head(BytecodeHeader.LONGEST);
        BytecodeHeader header = BytecodeHeader.read(start);
        if (source == null || text == null || header == null || !fits(name, header)) {
            return null;
        }
        String agreement = agreement(header, start, source, text);
        if (agreement == null || !isMadeFrom(name.source(), header, compiled, text, scan)) {
            return null;
        }
        return new Evidence(
                RULE,
                "compiled by Python " + header.python() + " from " + name.source() + ": " + agreement
                        + ", and no name in the code is foreign to the source",
                Stream.of(name.source(), source.path()).distinct().toList());
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

    private static boolean fits(CompiledName name, BytecodeHeader header) {
        return name.tag() == null || name.tag().equals(header.python().tag());
    }

    /** In what header and source agree, for the evidence; null if they do not. */
    private static @Nullable String agreement(BytecodeHeader header, byte[] start, FileEntry source, Content text)
            throws IOException {
        if (header.sourceHash() != null) {
            try (InputStream in = text.open()) {
                return header.sourceHash().equals(SourceHash.compute(header.python(), start, in))
                        ? "its header has the source's hash"
                        : null;
            }
        }
        Long time = header.sourceTime();
        Long size = header.sourceSize();
        boolean equal = time != null
                && time == (source.modified() & 0xffffffffL)
                && (size == null || size == (text.size() & 0xffffffffL));
        return !equal ? null : "its header has the source's time" + (size == null ? "" : " and size");
    }

    private static boolean isMadeFrom(
            ImagePath source, BytecodeHeader header, Content compiled, Content text, Scan scan) throws IOException {
        long most = Math.min(MOST_BYTES, scan.limits().get(Limits.Name.PARSER_BYTES));
        if (compiled.size() > most || text.size() > most) {
            scan.diagnostics()
                    .info(
                            "python.bytecode.size",
                            source,
                            source + " and its compiled file are too large to be compared");
            return false;
        }
        byte[] whole = all(compiled);
        CodeSummary code;
        try {
            code = CodeSummary.read(header.python(), whole, header.length());
        } catch (IOException malformed) {
            return false;
        }
        String file = code.fileName();
        if (!file.substring(file.lastIndexOf('/') + 1).equals(source.name().latin1())) {
            return false;
        }
        SourceWords words = new SourceWords(all(text));
        for (String used : code.names()) {
            if (!words.explain(used)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] all(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readAllBytes();
        }
    }
}
