package dev.jonah.diagnostic;

import dev.jonah.diagnostic.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps diagnostics within {@link Limits.Name#DIAGNOSTICS}: of each code the first so many, and of the rest how many there
 * were. Not safe for several threads: give each its own and {@link #addAll} in a fixed order.
 */
public final class DiagnosticCollector implements Diagnostics {
    private final Limits limits;
    private final @Nullable String plugin;
    private final List<Diagnostic> kept = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private boolean error;

    /** Collects for {@code plugin}, whose id is filled in where a diagnostic names none; null for Jonah itself. */
    public DiagnosticCollector(Limits limits, @Nullable String plugin) {
        this.limits = limits;
        this.plugin = plugin;
    }

    @Override
    public void report(Diagnostic diagnostic) {
        error |= diagnostic.severity() == Severity.ERROR;
        long count = counts.merge(diagnostic.code(), 1L, Long::sum);
        if (count <= limits.get(Limits.Name.DIAGNOSTICS)) {
            kept.add(
                    diagnostic.plugin() != null || plugin == null
                            ? diagnostic
                            : new Diagnostic(
                                    diagnostic.severity(),
                                    diagnostic.code(),
                                    plugin,
                                    diagnostic.path(),
                                    diagnostic.message()));
        }
    }

    /** Reports each of these. */
    public void addAll(Iterable<Diagnostic> diagnostics) {
        diagnostics.forEach(this::report);
    }

    /** Takes over all that another collector was told, what it only counted too; that one must not be used any more. */
    public void addAll(DiagnosticCollector other) {
        Map<String, Long> onlyCounted = new TreeMap<>(other.counts);
        for (Diagnostic diagnostic : other.kept) {
            report(diagnostic);
            onlyCounted.merge(diagnostic.code(), -1L, Long::sum);
        }
        onlyCounted.forEach((code, count) -> counts.merge(code, count, Long::sum));
        error |= other.error;
    }

    /** Whether an error was reported, kept or not. */
    public boolean hasError() {
        return error;
    }

    /** What was kept, in the order reported, and for each code that had more a note of how many. */
    public List<Diagnostic> toList() {
        List<Diagnostic> all = new ArrayList<>(kept);
        long limit = limits.get(Limits.Name.DIAGNOSTICS);
        counts.forEach((code, count) -> {
            if (count > limit) {
                all.add(new Diagnostic(
                        Severity.INFO,
                        code,
                        plugin,
                        null,
                        "… and " + (count - limit) + " more diagnostics of this code"));
            }
        });
        return all;
    }
}
