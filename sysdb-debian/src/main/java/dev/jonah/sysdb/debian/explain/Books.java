package dev.jonah.sysdb.debian.explain;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the rules ask of a scan. Text is one character a byte, so that names of any encoding survive. */
final class Books {
    private static final int MOST_BYTES = 8 << 20;

    private final Explainer.Scan scan;
    private final Map<String, SoftwarePackage> installed = new TreeMap<>();
    private @Nullable Removed removed;

    Books(Explainer.Scan scan) {
        this.scan = scan;
        for (SoftwarePackage one : scan.packages()) {
            if (one.purl().type().equals("deb")) {
                installed.putIfAbsent(one.purl().name(), one);
            }
        }
    }

    FileTree tree() {
        return scan.tree();
    }

    Limits limits() {
        return scan.limits();
    }

    void warn(String code, ImagePath path, String message) {
        scan.diagnostics().warning(code, path, message);
    }

    boolean isEmpty() {
        return installed.isEmpty();
    }

    /** What is on record of removed packages, read at the first call. */
    Removed removed() {
        Removed known = removed;
        if (known == null) {
            known = Removed.read(this);
            removed = known;
        }
        return known;
    }

    boolean isInstalled(String name) {
        return installed.containsKey(name);
    }

    /** The packages with that name, or that begin with what stands before a star at its end. */
    List<SoftwarePackage> installed(String name) {
        if (!name.endsWith("*")) {
            SoftwarePackage one = installed.get(name);
            return one == null ? List.of() : List.of(one);
        }
        String prefix = name.substring(0, name.length() - 1);
        List<SoftwarePackage> found = new ArrayList<>();
        installed.forEach((key, one) -> {
            if (key.startsWith(prefix)) {
                found.add(one);
            }
        });
        return found;
    }

    boolean hasArchitecture(String architecture) {
        return installed.values().stream().anyMatch(p -> architecture.equals(p.architecture()));
    }

    /** Whether a package owns the entry and it does not differ from what was shipped, or only as configuration may. */
    boolean isAccounted(ImagePath path) {
        Verdict verdict = scan.verdict(path);
        return verdict != null && verdict.isOwned() && verdict != Verdict.MODIFIED;
    }

    /** Whether a package owns the entry and it is not known to differ from what was shipped. */
    boolean isUnchanged(ImagePath path) {
        Verdict verdict = scan.verdict(path);
        return verdict == Verdict.VERIFIED || verdict == Verdict.OWNED;
    }

    @Nullable
    SoftwarePackage owner(ImagePath path) {
        return scan.owner(path);
    }

    /** What the path leads to, if a package accounts for that or, of a directory, for something in it; else null. */
    @Nullable
    FileEntry accounted(ImagePath path) {
        FileEntry entry = tree().resolve(path).orElse(null);
        if (entry == null) {
            return null;
        }
        boolean owned = isAccounted(entry.path())
                || entry.isDirectory()
                        && tree().children(entry.path()).stream().anyMatch(child -> isAccounted(child.path()));
        return owned ? entry : null;
    }

    /** As {@link #accounted}, for a path in the text of a file. */
    @Nullable
    FileEntry accounted(String latin1) {
        return accounted(ImagePath.of(RawText.ofLatin1(latin1)));
    }

    /** What a symbolic link leads to, as in {@link #accounted}. */
    @Nullable
    FileEntry target(FileEntry link) {
        return accounted(link.path());
    }

    /**
     * The whole content, or null if there is none or it is longer than eight megabytes and so not what it should be.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if it is longer than a parser may read
     */
    @Nullable
    String text(FileEntry file) throws IOException {
        Content content = file.content();
        if (content == null || content.size() > MOST_BYTES) {
            return null;
        }
        limits().check(Limits.Name.PARSER_BYTES, content.size(), file.path().toString());
        return RawText.of(content.head(MOST_BYTES)).latin1();
    }

    /** The text of the file that the path leads to, if a package accounts for it. Null and errors as above. */
    @Nullable
    String accountedText(String path) throws IOException {
        FileEntry file = accounted(path);
        return file == null ? null : text(file);
    }
}
