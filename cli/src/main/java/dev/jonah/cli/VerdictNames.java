package dev.jonah.cli;

import dev.jonah.ledger.Verdict;
import dev.jonah.packages.MissingClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Constants as options write them, {@code config-edited}, and as sentences do, {@code config edited}. */
final class VerdictNames {
    private VerdictNames() {}

    static String option(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What so many missing files are called. */
    static String counted(MissingClass reason, int count) {
        return count + " "
                + switch (reason) {
                    case UNEXPLAINED, CONFIG_REMOVED, DIVERTED -> words(reason);
                    case DELETED_IN_LAYER -> "deleted in a layer";
                    case EXCLUDED_DOC -> "excluded documentation";
                    case GHOST -> count == 1 ? "ghost" : "ghosts";
                };
    }

    /** The verdict that an option names in lower case, or null. */
    static @Nullable Verdict verdict(String option) {
        for (Verdict verdict : Verdict.values()) {
            if (option(verdict).equals(option)) {
                return verdict;
            }
        }
        return null;
    }

    static List<String> all() {
        List<String> names = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            names.add(option(verdict));
        }
        return names;
    }
}
