package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Several rules, the first of which that finds something explains a file. Immutable. */
final class Rules {
    private final List<Rule> rules;
    private final FilePattern candidates;

    private Rules(List<Rule> rules) {
        this.rules = rules;
        this.candidates = Glob.candidates(
                rules.stream().flatMap(rule -> rule.where().stream()).toList());
    }

    static Rules of(Rule... rules) {
        return new Rules(List.of(rules));
    }

    FilePattern candidates() {
        return candidates;
    }

    void explain(Explainer.Scan scan, Consumer<Explanation> out) {
        Books books = new Books(scan);
        if (books.isEmpty()) {
            return;
        }
        for (FileEntry entry : (Iterable<FileEntry>) scan.candidates()::iterator) {
            for (Rule rule : rules) {
                Finding finding = rule.appliesTo(entry, books) ? look(rule, entry, books) : null;
                if (finding != null) {
                    Evidence evidence = new Evidence(rule.id(), finding.text(), finding.inputs());
                    out.accept(new Explanation(entry.path(), rule.verdict(), evidence));
                    break;
                }
            }
        }
    }

    private static @org.jspecify.annotations.Nullable Finding look(Rule rule, FileEntry entry, Books books) {
        try {
            return rule.check().look(entry, books);
        } catch (IOException e) {
            String message = "cannot be read as what rule " + rule.id() + " expects here: " + e.getMessage();
            books.warn("dpkg.explain.unreadable", entry.path(), message);
            return null;
        }
    }
}
