package com.example.pacman;

import com.example.pacman.format.Wildcards;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of {@code NoExtract} or {@code NoUpgrade}. The last one that fits counts; after an exclamation mark it says
 * that the path is no such path. Not safe for several threads.
 */
final class PathRules {
    // Real ones need some millions.
    private static final long MOST_STEPS = 2_000_000_000L;

    private final List<Rule> rules = new ArrayList<>();
    private final Wildcards wildcards = new Wildcards();

    /**
     * One pattern.
     *
     * @param key {@code NoExtract} or {@code NoUpgrade}
     * @param pattern as written
     * @param file where it stands
     * @param line and in which line
     */
    record Rule(String key, String pattern, ImagePath file, long line) {
        boolean isInverted() {
            return pattern.startsWith("!");
        }

        /** Without what inverts it, or the backslash that keeps it from being inverted. */
        String wildcards() {
            return isInverted() || pattern.startsWith("\\") ? pattern.substring(1) : pattern;
        }

        @Override
        public String toString() {
            return key + " = " + pattern + " in line " + line + " of " + file;
        }
    }

    void add(Rule rule) {
        rules.add(rule);
    }

    /** The rule that a path falls under, or null; the path is relative, that of a directory with a slash at its end. */
    @Nullable
    Rule match(String path) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            Rule rule = rules.get(i);
            if (!isExhausted() && wildcards.matches(rule.wildcards(), path)) {
                return rule.isInverted() ? null : rule;
            }
        }
        return null;
    }

    /** Whether matching took too long, so that nothing is matched any more. */
    boolean isExhausted() {
        return wildcards.steps() > MOST_STEPS;
    }
}
