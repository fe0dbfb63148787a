package dev.jonah.provenance;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Several rules, the first of which that finds something explains an entry. Immutable. */
final class Rules {
    private final List<Rule> rules;
    private final FilePattern candidates;

    private Rules(List<Rule> rules) {
        this.rules = rules;
        this.candidates = new FilePattern(rules.stream()
                .flatMap(rule -> rule.where().terms().stream())
                .distinct()
                .toList());
    }

    static Rules of(Rule... rules) {
        return new Rules(List.of(rules));
    }

    FilePattern candidates() {
        return candidates;
    }

    void explain(Explainer.Scan scan, Consumer<Explanation> out) throws IOException {
        Books books = new Books(scan);
        for (FileEntry entry : (Iterable<FileEntry>) scan.candidates()::iterator) {
            for (Rule rule : rules) {
                Finding finding = rule.appliesTo(entry) ? look(rule, entry, books) : null;
                if (finding != null) {
                    Evidence evidence = new Evidence(rule.id(), finding.text(), finding.inputs());
                    out.accept(new Explanation(entry.path(), rule.verdict(), evidence));
                    break;
                }
            }
        }
    }

    private static @Nullable Finding look(Rule rule, FileEntry entry, Books books) throws IOException {
        try {
            return rule.check().look(entry, books);
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            String message = "cannot be read as what rule " + rule.id() + " expects here: " + e.getMessage();
            books.diagnostics().warning("explain.unreadable", entry.path(), message);
            return null;
        }
    }
}
