package dev.jonah.appdb.ruby.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition on a version.
 *
 * @param operator {@code =}, {@code !=}, {@code >}, {@code <}, {@code >=}, {@code <=} or {@code ~>}
 * @param version what is compared with
 */
public record GemRequirement(String operator, GemVersion version) {
    private static final List<String> OPERATORS = List.of("!=", ">=", "<=", "~>", "=", ">", "<");

    /** Of {@code ~> 1.0}, or of a version alone, which must be equal; null if it is neither. */
    public static @Nullable GemRequirement parse(String text) {
        String stripped = text.strip();
        for (String operator : OPERATORS) {
            if (stripped.startsWith(operator)) {
                return of(operator, stripped.substring(operator.length()));
            }
        }
        return of("=", stripped);
    }

    private static @Nullable GemRequirement of(String operator, String version) {
        GemVersion parsed = GemVersion.parse(version);
        return parsed == null ? null : new GemRequirement(operator, parsed);
    }

    /** Whether all of these conditions, as texts, hold; one that is malformed holds for nothing. */
    public static boolean areMet(List<String> requirements, GemVersion by) {
        for (String text : requirements) {
            GemRequirement requirement = parse(text);
            if (requirement == null || !requirement.isMet(by)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a version meets it. */
    public boolean isMet(GemVersion by) {
        int order = by.compareTo(version);
        return switch (operator) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case ">" -> order > 0;
            case "<" -> order < 0;
            case ">=" -> order >= 0;
            case "<=" -> order <= 0;
            default -> order >= 0 && by.release().compareTo(version.bump()) < 0;
        };
    }
}
