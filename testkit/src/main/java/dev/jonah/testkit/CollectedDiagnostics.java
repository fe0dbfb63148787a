package dev.jonah.testkit;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps every diagnostic that is reported to it, in order.
 *
 * <pre>{@code
 * CollectedDiagnostics diagnostics = new CollectedDiagnostics();
 * reader.read(in, diagnostics);
 * assertThat(diagnostics.codes()).containsExactly("apk.installed.line");
 * }</pre>
 */
public final class CollectedDiagnostics implements Diagnostics {
    private final List<Diagnostic> all = new ArrayList<>();

    /** An empty collection. */
    public CollectedDiagnostics() {}

    @Override
    public synchronized void report(Diagnostic diagnostic) {
        all.add(diagnostic);
    }

    /** All of them so far, in the order reported. */
    public synchronized List<Diagnostic> all() {
        return List.copyOf(all);
    }

    /** Their codes, in the order reported. */
    public List<String> codes() {
        return all().stream().map(Diagnostic::code).toList();
    }

    /** Whether nothing was reported. */
    public boolean isEmpty() {
        return all().isEmpty();
    }

    @Override
    public String toString() {
        return all().toString();
    }
}
