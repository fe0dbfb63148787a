package dev.jonah.core.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.Documentation;
import dev.jonah.Jonah;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds docs/user-guide/signals.md against the finders. */
class SignalsPageTest {
    @Test
    void everySignalIsExplained() {
        Set<SignalKind> kinds = new TreeSet<>(ComparisonSignals.KINDS);
        Jonah.create().plugins(SignalFinder.class).forEach(finder -> kinds.addAll(finder.kinds()));
        List<String> expected = kinds.stream()
                .map(kind -> "`" + kind.code() + "` " + kind.severity().name().toLowerCase(Locale.ROOT) + " "
                        + kind.meaning())
                .toList();
        assertThat(Documentation.rows("docs/user-guide/signals.md"))
                .filteredOn(row -> row.head().get(0).equals("Signal"))
                .extracting(row -> String.join(" ", row.cells()))
                .isEqualTo(expected);
    }
}
