package dev.jonah.appdb.python;

import dev.jonah.appdb.python.format.BytecodeHeader;
import dev.jonah.appdb.python.format.CodeSummary;
import dev.jonah.appdb.python.format.SourceHash;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A compiled Python file, and what can be said of it beside its source. It is not compiled again: code that somebody wrote
 * with nothing but the source's own names is not told apart.
 */
final class Bytecode {
    /** Some times the size of the largest modules; what is read from them takes a multiple of it in memory. */
    private static final int MOST_BYTES = 8 << 20;

    private static final int FLAGS = 4;
    private static final int CHECKED = 2;

    private final CompiledName name;
    private final BytecodeHeader header;
    private final byte[] start;
    private final Content content;

    private Bytecode(CompiledName name, BytecodeHeader header, byte[] start, Content content) {
        this.name = name;
        this.header = header;
        this.start = start;
        this.content = content;
    }

    /**
     * What lies at {@code path}, perhaps behind a link; null if that is no name of a compiled file, or the header is not that
     * of a known Python, or of another than the name's.
     */
    static @Nullable Bytecode of(ImagePath path, FileEntry entry) throws IOException {
        CompiledName name = CompiledName.of(path);
        Content content = entry.content();
        if (name == null || content == null) {
            return null;
        }
        byte[] start = content.head(BytecodeHeader.LONGEST);
        BytecodeHeader header = BytecodeHeader.read(start);
        boolean fits = header != null
                && (name.tag() == null || name.tag().equals(header.python().tag()));
        return header != null && fits ? new Bytecode(name, header, start, content) : null;
    }

    /** Where its source would be. */
    ImagePath source() {
        return name.source();
    }

    /** The Python that it is for: {@code 3.11}. */
    String python() {
        return header.python().toString();
    }

    /** In what header and source agree, for the evidence; null if they do not. */
    @Nullable
    String agreement(FileEntry source, Content text) throws IOException {
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

    /** Whether Python would load it whatever the source is (PEP 552, unchecked hash-based files). */
    boolean isUnchecked() {
        return header.sourceHash() != null && (start[FLAGS] & CHECKED) == 0;
    }

    /** Whether the code is well-formed, of a source file of that name, and uses no name that the source does not hold. */
    boolean isMadeFrom(Content text, Limits limits, Diagnostics diagnostics) throws IOException {
        long most = Math.min(MOST_BYTES, limits.get(Limits.Name.PARSER_BYTES));
        if (content.size() > most || text.size() > most) {
            diagnostics.info(
                    "python.bytecode.size",
                    name.source(),
                    name.source() + " and its compiled file are too large to be compared");
            return false;
        }
        CodeSummary code;
        try {
            code = CodeSummary.read(header.python(), all(content), header.length());
        } catch (IOException malformed) {
            return false;
        }
        String file = code.fileName();
        if (!file.substring(file.lastIndexOf('/') + 1)
                .equals(name.source().name().latin1())) {
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
