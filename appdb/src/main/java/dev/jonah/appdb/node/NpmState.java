package dev.jonah.appdb.node;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.node.format.LockFileReader;
import dev.jonah.appdb.node.format.LockedPackage;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer.Scan;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** npm's record of what it installed, {@code node_modules/.package-lock.json}. */
final class NpmState {
    private static final int NAMED = 3;

    private NpmState() {}

    /** It must parse, and packages that it names must be there; those that are not are reported. */
    static @Nullable Evidence of(FileEntry file, Content content, ImagePath project, Scan scan) throws IOException {
        try {
            List<LockedPackage> locked = LockFileReader.read(content.open());
            List<LockedPackage> absent = locked.stream()
                    .filter(each -> !each.optional() && !isThere(each, project, scan.tree()))
                    .toList();
            report(absent, file.path(), scan);
            return absent.size() < locked.size()
                    ? Evidence.of(
                            "npm.lock",
                            "npm's record of the " + locked.size() + " packages that it installed",
                            file.path())
                    : null;
        } catch (JacksonException e) {
            scan.diagnostics()
                    .warning("npm.lock.json", file.path(), file.path() + " cannot be read: " + e.getOriginalMessage());
            return null;
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
