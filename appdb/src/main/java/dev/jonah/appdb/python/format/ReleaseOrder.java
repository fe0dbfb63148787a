package dev.jonah.appdb.python.format;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares versions of Python itself, such as {@code 3.11}, by their numbers. */
final class ReleaseOrder {
    private static final Pattern RELEASE = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,9}");

    private ReleaseOrder() {}

    /** Whether one stands in this relation to the other; null for what is no plain release or no operator. */
    static @Nullable Boolean compare(String one, String operator, String other) {
        boolean prefix = other.endsWith(".*");
        String release = prefix ? other.substring(0, other.length() - 2) : other;
        if (!RELEASE.matcher(one).matches() || !RELEASE.matcher(release).matches()) {
            return null;
        }
        int[] a = numbers(one);
        int[] b = numbers(release);
        if (prefix) {
            boolean equal = a.length >= b.length && order(a, b, b.length) == 0;
            return operator.equals("==") ? (Boolean) equal : operator.equals("!=") ? (Boolean) !equal : null;
        }
        int order = order(a, b, Math.max(a.length, b.length));
        return switch (operator) {
            case "==", "===" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "~=" -> b.length < 2 ? null : (Boolean) (order >= 0 && order(a, b, b.length - 1) == 0);
            default -> null;
        };
    }

    private static int[] numbers(String release) {
        return java.util.Arrays.stream(release.split("\\."))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** By so many numbers; those that are not there are 0. */
    private static int order(int[] a, int[] b, int length) {
        for (int i = 0; i < length; i++) {
            int order = Integer.compare(i < a.length ? a[i] : 0, i < b.length ? b[i] : 0);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
