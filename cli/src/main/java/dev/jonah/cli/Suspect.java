package dev.jonah.cli;

import dev.jonah.image.FileEntry;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.SignalKind.Severity;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.MissingClass;
import dev.jonah.result.FileResult;
import dev.jonah.result.HiddenSignals;
import dev.jonah.result.MissingFile;
import dev.jonah.value.ImagePath;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something worth a look.
 *
 * @param severity of its worst signal; null if it has none
 * @param order of its verdict, the lower the more suspicious
 * @param path where
 * @param verdict in capitals; {@code MISSING} and {@code DELETED} too
 * @param layer which layer brought it, or -1
 * @param reason why, in a few words
 * @param signals those that the reason does not tell
 */
record Suspect(
        @Nullable Severity severity,
        int order,
        ImagePath path,
        String verdict,
        int layer,
        String reason,
        List<String> signals)
        implements Comparable<Suspect> {
    private static final int DELETED = 100;
    private static final int MISSING = 101;

    private static final Comparator<Suspect> WORST_FIRST = Comparator.comparing(
                    Suspect::severity, Comparator.nullsFirst(Comparator.<Severity>naturalOrder()))
            .reversed()
            .thenComparingInt(Suspect::order)
            .thenComparing(Suspect::path)
            .thenComparingInt(Suspect::layer);

    /** The file if it is worth a look, else null. */
    static @Nullable Suspect of(FileResult file, Signals known) {
        Severity severity = known.worst(file.signals());
        boolean suspicious = switch (file.verdict()) {
            case MODIFIED, UNEXPLAINED -> true;
            case CONFIG_EDITED, COPY -> severity != null && severity.compareTo(Severity.NOTICE) >= 0;
            default -> severity == Severity.ALARM;
        };
        if (!suspicious) {
            return null;
        }
        // Content that a package did not ship is unusual, whatever it is.
        boolean raise = file.verdict() == Verdict.MODIFIED && (severity == null || severity == Severity.INFO);
        Reason reason = Reason.of(file, known);
        return new Suspect(
                raise ? Severity.NOTICE : severity,
                order(file.verdict()),
                file.entry().path(),
                file.verdict().name(),
                file.entry().layer(),
                reason.text(),
                reason.otherSignals());
    }

    private static int order(Verdict verdict) {
        return switch (verdict) {
            case MODIFIED -> 0;
            case UNEXPLAINED -> 1;
            case CONFIG_EDITED -> 2;
            case COPY -> 3;
            case TRANSIENT -> 4;
            case DERIVED -> 5;
            case IDENTIFIED, KNOWN -> 6;
            case OWNED, VERIFIED -> 7;
        };
    }

    /** The missing file if nothing explains why, else null. */
    static @Nullable Suspect of(MissingFile file) {
        return file.reason() == MissingClass.UNEXPLAINED
                ? new Suspect(
                        null,
                        MISSING,
                        file.path(),
                        "MISSING",
                        -1,
                        Names.of(file.owner()) + ": promised, and not there",
                        List.of())
                : null;
    }

    /** The version that a layer ships and nobody sees, if it is an alarm, else null. */
    static @Nullable Suspect of(HiddenSignals hidden, Signals known) {
        Severity severity = known.worst(hidden.signals());
        if (severity != Severity.ALARM) {
            return null;
        }
        FileEntry entry = hidden.version().entry();
        String what = hidden.evidence().isEmpty()
                ? known.meaning(hidden.signals().get(0))
                : hidden.evidence().get(0).text();
        return new Suspect(
                severity,
                DELETED,
                entry.path(),
                hidden.version().replaced() ? "REPLACED" : "DELETED",
                entry.layer(),
                what + ", still in layer " + entry.layer(),
                hidden.signals());
    }

    /** Whether it is in no tree, but in a layer: no verdict, then. */
    boolean isHidden() {
        return order == DELETED;
    }

    /** Whether somebody should see it in red. */
    boolean isAlarm() {
        return severity == Severity.ALARM;
    }

    @Override
    public int compareTo(Suspect other) {
        return WORST_FIRST.compare(this, other);
    }

    /** Text of the first evidence of a rule, or null. */
    static @Nullable String evidence(List<Evidence> all, String rule) {
        for (Evidence evidence : all) {
            if (evidence.rule().equals(rule)) {
                return evidence.text();
            }
        }
        return null;
    }
}
