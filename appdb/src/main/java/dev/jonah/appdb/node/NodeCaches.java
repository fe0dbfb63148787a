package dev.jonah.appdb.node;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains what package managers of Node leave in their caches. Such files have names that tell their checksums, which are
 * computed; what has another content stays unexplained.
 */
public final class NodeCaches implements Explainer {
    /** Found as a service. */
    public NodeCaches() {}

    @Override
    public String id() {
        return "jonah.appdb.node-caches";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.everything();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        YarnArchives yarn = new YarnArchives(scan);
        for (Iterator<FileEntry> files =
                        scan.candidates().filter(NodeCaches::isInCache).iterator();
                files.hasNext(); ) {
            FileEntry file = files.next();
            Content content = file.content();
            Evidence evidence = content == null ? null : evidence(file, content, yarn, scan);
            if (evidence != null) {
                out.accept(new Explanation(file.path(), Verdict.TRANSIENT, evidence));
            }
        }
    }

    private static boolean isInCache(FileEntry file) {
        String path = file.path().latin1();
        return file.type().isRegular()
                && (path.contains("/_cacache/") || path.contains("/_logs/") || YarnArchives.isInCache(file.path()));
    }

    /** A file whose bytes cannot be read stays unexplained, and is reported where it is needed. */
    private static @Nullable Evidence evidence(FileEntry file, Content content, YarnArchives yarn, Scan scan)
            throws IOException {
        try {
            return YarnArchives.isInCache(file.path())
                    ? yarn.of(file.path(), content)
                    : CacacheFiles.of(file.path(), content, scan.limits());
        } catch (LimitExceededException e) {
            scan.diagnostics()
                    .warning("npm.cache.limit", file.path(), file.path() + " was not looked at: " + e.getMessage());
            return null;
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            return null;
        }
    }
}
