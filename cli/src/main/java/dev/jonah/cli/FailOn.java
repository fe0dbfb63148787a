package dev.jonah.cli;

import dev.jonah.ledger.Verdict;
import dev.jonah.packages.MissingClass;
import dev.jonah.result.MissingFile;
import dev.jonah.result.ScanResult;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The conditions of {@code --fail-on}.
 *
 * @param verdicts an entry with one of these
 * @param missing a promised file that is missing for one of these reasons
 */
record FailOn(Set<Verdict> verdicts, Set<MissingClass> missing) {
    private static final String MISSING = "missing";

    /**
     * Reads names of verdicts in lower case, {@code missing} for every reason that nobody expects, and {@code
     * missing-unexplained} and so on.
     *
     * @throws UsageException if a name is none of these
     */
    static FailOn parse(List<String> names) {
        FailOn conditions = new FailOn(EnumSet.noneOf(Verdict.class), EnumSet.noneOf(MissingClass.class));
        for (String name : names) {
            if (!conditions.add(name.strip().toLowerCase(Locale.ROOT).replace('_', '-'))) {
                throw new UsageException("--fail-on: there is no condition '" + name + "'; there are "
                        + String.join(", ", VerdictNames.all()) + ", " + MISSING + ", "
                        + String.join(", ", missingNames()));
            }
        }
        return conditions;
    }

    private boolean add(String name) {
        Verdict verdict = VerdictNames.verdict(name);
        if (verdict != null) {
            verdicts.add(verdict);
            return true;
        }
        boolean known = false;
        for (MissingClass reason : MissingClass.values()) {
            if (name.equals(MISSING) && !reason.isExpected() || name.equals(missingName(reason))) {
                missing.add(reason);
                known = true;
            }
        }
        return known;
    }

    private static List<String> missingNames() {
        List<String> names = new ArrayList<>();
        for (MissingClass reason : MissingClass.values()) {
            names.add(missingName(reason));
        }
        return names;
    }

    private static String missingName(MissingClass reason) {
        return MISSING + "-" + VerdictNames.option(reason);
    }

    /** Whether one of the conditions holds. */
    boolean holds(ScanResult result) {
        for (Verdict verdict : verdicts) {
            if (result.verdicts().getOrDefault(verdict, 0) > 0) {
                return true;
            }
        }
        for (MissingFile file : missing.isEmpty() ? List.<MissingFile>of() : result.missing()) {
            if (missing.contains(file.reason())) {
                return true;
            }
        }
        return false;
    }
}
