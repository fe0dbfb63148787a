package dev.jonah.core.steps;

import dev.jonah.ledger.SignalKind;
import java.util.List;

/** What the signals mean that comparing contents gives. */
final class ComparisonSignals {
    static final List<SignalKind> KINDS = List.of(
            SignalKind.alarm("set-id-added", "it has a set-id bit that its package did not give it"),
            SignalKind.alarm("capabilities-added", "it has capabilities that its package did not give it"),
            SignalKind.alarm("capabilities-changed", "its capabilities are not those that its package gave it"),
            SignalKind.alarm("copy-of-altered", "it has the content of a file that is not what its package shipped"),
            SignalKind.notice("capabilities-lost", "it lacks the capabilities that its package gave it"),
            SignalKind.notice("mode-changed", "its mode is not the one that its package gave it"),
            SignalKind.notice("owner-changed", "its owner is not the one that its package gave it"),
            SignalKind.notice("group-changed", "its group is not the one that its package gave it"));

    private ComparisonSignals() {}
}
