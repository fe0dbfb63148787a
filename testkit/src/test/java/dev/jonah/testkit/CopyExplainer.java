package dev.jonah.testkit;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.Digest.Algorithm;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Explains {@code x.bak} by an owned {@code x} of the same content. */
public final class CopyExplainer implements Explainer {
    @Override
    public String id() {
        return "acme.copy";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.suffix(".bak");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        for (FileEntry entry : scan.candidates().toList()) {
            String name = entry.path().toString();
            ImagePath original = ImagePath.of(name.substring(0, name.length() - 4));
            Content copy = entry.content();
            Optional<FileEntry> file = scan.tree().find(original).filter(e -> e.content() != null);
            if (copy != null
                    && scan.owner(original) != null
                    && file.isPresent()
                    && file.get().content().digest(Algorithm.SHA256).equals(copy.digest(Algorithm.SHA256))) {
                out.accept(new Explanation(
                        entry.path(), Verdict.COPY, Evidence.of("acme.copy", "a copy of " + original, original)));
            }
        }
    }
}
