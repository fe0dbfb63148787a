package dev.jonah.provenance;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules ask of a scan. Text is one character a byte, so that names of any encoding survive. */
final class Books {
    private static final int MOST_BYTES = 8 << 20;

    private final Explainer.Scan scan;

    Books(Explainer.Scan scan) {
        this.scan = scan;
    }

    FileTree tree() {
        return scan.tree();
    }

    Limits limits() {
        return scan.limits();
    }

    Diagnostics diagnostics() {
        return scan.diagnostics();
    }

    /** Whether a package owns the entry and it is not known to differ from what was shipped. */
    boolean isUnchanged(ImagePath path) {
        Verdict verdict = scan.verdict(path);
        return verdict == Verdict.VERIFIED || verdict == Verdict.OWNED;
    }

    /** Whether a package owns the entry and it does not differ from what was shipped, or only as configuration may. */
    boolean isAccounted(ImagePath path) {
        return isUnchanged(path) || scan.verdict(path) == Verdict.CONFIG_EDITED;
    }

    /** The regular file that a path leads to, if a package accounts for it; else null. */
    @Nullable
    FileEntry accountedFile(ImagePath path) {
        return tree().resolveFile(path).filter(file -> isAccounted(file.path())).orElse(null);
    }

    /** The files that fit and that packages account for. */
    List<FileEntry> accounted(FilePattern pattern) {
        return tree().matching(pattern).filter(file -> isAccounted(file.path())).toList();
    }

    /** The path that a symbolic link names, seen from where it lies; no other link is followed. */
    @Nullable
    ImagePath target(FileEntry link) {
        RawText target = link.target();
        ImagePath parent = link.path().parent();
        return target == null || parent == null || link.type() != EntryType.SYMLINK ? null : parent.resolve(target);
    }

    /**
     * The whole content, or null if there is none or it is longer than eight megabytes and so not what it should be.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if it is longer than a parser may read
     */
    byte @Nullable [] bytes(FileEntry file) throws IOException {
        Content content = file.content();
        if (content == null || content.size() > MOST_BYTES) {
            return null;
        }
        limits().check(Limits.Name.PARSER_BYTES, content.size(), file.path().toString());
        return content.head(MOST_BYTES);
    }

    /** As {@link #bytes}, as text. */
    @Nullable
    String text(FileEntry file) throws IOException {
        byte[] bytes = bytes(file);
        return bytes == null ? null : RawText.of(bytes).latin1();
    }

    /** The lines of a text; what follows the last line feed is a line if it is not empty. */
    static List<String> lines(String text) {
        return text.isEmpty()
                ? List.of()
                : List.of((text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1));
    }
}
