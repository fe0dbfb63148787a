package com.example.altlinux;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.Purl;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains the lists of repositories, packages that were fetched, marks and locks of apt, where it installs packages of
 * rpm, if they hold what apt keeps there. Files that somebody could run are never explained.
 */
public final class AptState implements Explainer {
    private static final int EXECUTABLE = 07111;

    /** Called by the service loader. */
    public AptState() {}

    @Override
    public String id() {
        return "example.altlinux.apt";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.below("/var/lib/apt", "/var/cache/apt");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        if (scan.packages().stream().noneMatch(found -> isOfApt(found.purl()))) {
            return;
        }
        for (FileEntry file : (Iterable<FileEntry>) scan.candidates()::iterator) {
            String text = check(file, scan);
            if (text != null) {
                Evidence evidence = Evidence.of("altlinux.apt", text, file.path());
                out.accept(new Explanation(file.path(), Verdict.TRANSIENT, evidence));
            }
        }
    }

    /** A package of ALT Linux, or apt itself as a package of rpm; Debian's is none. */
    private static boolean isOfApt(Purl purl) {
        return purl.type().equals("rpm") && (purl.name().equals("apt") || "altlinux".equals(purl.namespace()));
    }

    private static @Nullable String check(FileEntry file, Scan scan) throws IOException {
        Content content = file.content();
        if (!file.type().isRegular() || content == null || (file.mode() & EXECUTABLE) != 0) {
            return null;
        }
        StateFormat format = StateFormat.of(file.path().latin1());
        try {
            return format == null ? null : format.check(file.path(), content, scan.limits());
        } catch (LimitExceededException e) {
            scan.diagnostics().error("altlinux.limit", file.path(), "not looked at to its end: " + e.getMessage());
            return null;
        }
    }
}
