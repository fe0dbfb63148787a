package dev.jonah.appdb.python.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the condition of a dependency holds in an environment of which only a part is known (packaging.python.org,
 * "Environment markers"). What rests on unknown variables, or cannot be read, is unknown.
 */
public final class Marker {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:([()])|(===|==|!=|<=|>=|~=|<|>)|\"([^\"]*)\"|'([^']*)'|([A-Za-z_][A-Za-z0-9_.]*))");
    private static final int MOST_TOKENS = 500;
    private static final int DEEPEST = 50;

    private final List<String> tokens;
    private final Map<String, String> environment;
    private int next;
    private int depth;

    private Marker(List<String> tokens, Map<String, String> environment) {
        this.tokens = tokens;
        this.environment = environment;
    }

    /**
     * Whether it holds; null if that cannot be told.
     *
     * @param marker the condition; an empty one holds
     * @param environment known variables by name; {@code extra} among them unless that is to stay open
     */
    public static @Nullable Boolean holds(String marker, Map<String, String> environment) {
        if (marker.isBlank()) {
            return true;
        }
        List<String> tokens = tokens(marker);
        if (tokens.isEmpty()) {
            return null;
        }
        Marker parser = new Marker(tokens, environment);
        try {
            Boolean value = parser.or();
            return parser.next == tokens.size() ? value : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Texts keep a quotation mark in front; none at all if something else is among them. */
    private static List<String> tokens(String marker) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(marker.strip());
        int end = 0;
        while (end < matcher.regionEnd()
                && matcher.find(end)
                && matcher.start() == end
                && tokens.size() < MOST_TOKENS) {
            String text = matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
            tokens.add(text != null ? "\"" + text : matcher.group().strip());
            end = matcher.end();
        }
        return end == matcher.regionEnd() ? tokens : List.of();
    }

    private String take() {
        if (next >= tokens.size()) {
            throw new IllegalArgumentException("the marker breaks off");
        }
        return tokens.get(next++);
    }

    private boolean takes(String word) {
        boolean there = next < tokens.size() && tokens.get(next).equals(word);
        next += there ? 1 : 0;
        return there;
    }

    private @Nullable Boolean or() {
        Boolean value = and();
        while (takes("or")) {
            Boolean other = and();
            value = isTrue(value) || isTrue(other)
                    ? Boolean.TRUE
                    : value == null || other == null ? null : Boolean.FALSE;
        }
        return value;
    }

    private @Nullable Boolean and() {
        Boolean value = comparison();
        while (takes("and")) {
            Boolean other = comparison();
            value = isFalse(value) || isFalse(other)
                    ? Boolean.FALSE
                    : value == null || other == null ? null : Boolean.TRUE;
        }
        return value;
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return value != null && value;
    }

    private static boolean isFalse(@Nullable Boolean value) {
        return value != null && !value;
    }

    private @Nullable Boolean comparison() {
        if (takes("(")) {
            if (++depth > DEEPEST) {
                throw new IllegalArgumentException("the marker is nested too deeply");
            }
            Boolean value = or();
            depth--;
            if (!takes(")")) {
                throw new IllegalArgumentException("the marker lacks a parenthesis");
            }
            return value;
        }
        String left = take();
        String operator = takes("not") ? "not " + take() : take();
        String right = take();
        boolean versions = isVersion(left) || isVersion(right);
        String one = value(left);
        String other = value(right);
        return one == null || other == null ? null : compare(one, operator, other, versions);
    }

    private static boolean isVersion(String variable) {
        return variable.equals("python_version") || variable.equals("python_full_version");
    }

    private @Nullable String value(String token) {
        return token.startsWith("\"") ? token.substring(1) : environment.get(token);
    }

    private static @Nullable Boolean compare(String one, String operator, String other, boolean versions) {
        if (operator.equals("in")) {
            return other.contains(one);
        } else if (operator.equals("not in")) {
            return !other.contains(one);
        } else if (!versions) {
            return switch (operator) {
                case "==", "===" -> one.equals(other);
                case "!=" -> !one.equals(other);
                default -> null;
            };
        }
        return ReleaseOrder.compare(one, operator, other);
    }
}
