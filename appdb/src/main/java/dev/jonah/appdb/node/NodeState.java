package dev.jonah.appdb.node;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.node.format.LockFileReader;
import dev.jonah.appdb.node.format.LockedPackage;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Explains npm's record of what it installed, {@code node_modules/.package-lock.json}: it must parse, and packages that it
 * names must be there. Packages that it names and that are not there are reported.
 */
public final class NodeState implements Explainer {
    private static final int NAMED = 3;

    /** Found as a service. */
    public NodeState() {}

    @Override
    public String id() {
        return "jonah.appdb.node-state";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.pathSuffix("node_modules/.package-lock.json");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        for (Iterator<FileEntry> files = scan.candidates().iterator(); files.hasNext(); ) {
            FileEntry file = files.next();
            Content content = file.content();
            ImagePath modules = file.path().parent();
            ImagePath project = modules == null ? null : modules.parent();
            if (content == null || project == null) {
                continue;
            }
            try {
                scan.limits()
                        .check(
                                Limits.Name.PARSER_BYTES,
                                content.size(),
                                file.path().toString());
                List<LockedPackage> locked = LockFileReader.read(content.open());
                List<LockedPackage> absent = locked.stream()
                        .filter(each -> !each.optional() && !isThere(each, project, scan.tree()))
                        .toList();
                report(absent, file.path(), scan);
                if (absent.size() < locked.size()) {
                    String text = "npm's record of the " + locked.size() + " packages that it installed";
                    out.accept(new Explanation(
                            file.path(), Verdict.TRANSIENT, Evidence.of("npm.lock", text, file.path())));
                }
            } catch (LimitExceededException e) {
                scan.diagnostics().warning("npm.lock.limit", file.path(), String.valueOf(e.getMessage()));
            } catch (JacksonException e) {
                scan.diagnostics()
                        .warning(
                                "npm.lock.json",
                                file.path(),
                                file.path() + " cannot be read: " + e.getOriginalMessage());
            }
        }
    }

    private static boolean isThere(LockedPackage locked, ImagePath project, FileTree tree) {
        return tree.find(tree.canonical(project.resolve(locked.path()))).isPresent();
    }

    private static void report(List<LockedPackage> absent, ImagePath lock, Scan scan) {
        if (!absent.isEmpty()) {
            String names = String.join(
                    ", ", absent.stream().limit(NAMED).map(LockedPackage::path).toList());
            String more = absent.size() > NAMED ? " and " + (absent.size() - NAMED) + " more" : "";
            scan.diagnostics()
                    .info("npm.lock.absent", lock, lock + " names packages that are not there: " + names + more);
        }
    }
}
