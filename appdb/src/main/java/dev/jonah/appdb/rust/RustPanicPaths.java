package dev.jonah.appdb.rust;

import dev.jonah.appdb.rust.format.PanicPaths;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * Identifies programs that nobody claims as built by Rust from the crates that their panic messages name. A hint, and no
 * more: it says what is in the program, not who put it there.
 */
public final class RustPanicPaths implements Explainer {
    private static final int NAMED = 5;

    /** Found as a service. */
    public RustPanicPaths() {}

    @Override
    public String id() {
        return "jonah.appdb.rust-paths";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.programs();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        for (Iterator<FileEntry> files = scan.candidates().iterator(); files.hasNext(); ) {
            FileEntry file = files.next();
            Content content = file.content();
            if (content == null) {
                continue;
            }
            try (InputStream in = content.open()) {
                SortedSet<String> crates = PanicPaths.read(in);
                if (!crates.isEmpty()) {
                    out.accept(new Explanation(
                            file.path(),
                            Verdict.IDENTIFIED,
                            Evidence.of("cargo.panic-paths", text(List.copyOf(crates)), file.path())));
                }
            }
        }
    }

    private static String text(List<String> crates) {
        String more = crates.size() > NAMED ? " and " + (crates.size() - NAMED) + " more" : "";
        return "built by Rust, by paths in its messages from " + (crates.size() == 1 ? "the crate " : "the crates ")
                + String.join(", ", crates.subList(0, Math.min(NAMED, crates.size()))) + more
                + "; medium confidence";
    }
}
