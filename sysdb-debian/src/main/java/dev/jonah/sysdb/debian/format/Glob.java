package dev.jonah.sysdb.debian.format;

import org.jspecify.annotations.Nullable;

/** Patterns as fnmatch(3) has them without flags, over one character for each byte. Takes at most quadratic time. */
final class Glob {
    private final String pattern;
    private final String text;
    private int at;

    private Glob(String pattern, String text) {
        this.pattern = pattern;
        this.text = text;
    }

    static boolean matches(String pattern, String text) {
        return new Glob(pattern, text).matches();
    }

    private boolean matches() {
        int next = 0;
        int star = -1;
        int starAt = 0;
        while (true) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                // Whatever earlier asterisks took, only the last one need try again.
                star = ++at;
                starAt = next;
                continue;
            }
            boolean fits =
                    at == pattern.length() ? next == text.length() : next < text.length() && one(text.charAt(next));
            if (fits && next == text.length()) {
                return true;
            }
            if (fits) {
                next++;
            } else if (star < 0 || starAt >= text.length()) {
                return false;
            } else {
                at = star;
                next = ++starAt;
            }
        }
    }

    /** Whether the next element of the pattern, which is no asterisk, fits; goes on behind it. */
    private boolean one(char c) {
        char p = pattern.charAt(at++);
        if (p == '?') {
            return true;
        }
        if (p == '\\') {
            return at < pattern.length() && pattern.charAt(at++) == c;
        }
        Boolean inSet = p == '[' ? set(c) : null;
        return inSet == null ? p == c : inSet;
    }

    /** Whether the set that begins here holds the character; null if it has no end, so that it is a plain bracket. */
    private @Nullable Boolean set(char c) {
        int i = at;
        boolean negated = i < pattern.length() && (pattern.charAt(i) == '!' || pattern.charAt(i) == '^');
        i += negated ? 1 : 0;
        boolean found = false;
        for (int begin = i; i < pattern.length(); ) {
            if (pattern.charAt(i) == ']' && i > begin) {
                at = i + 1;
                return found != negated;
            }
            int end = pattern.startsWith("[:", i) ? pattern.indexOf(":]", i + 2) : -1;
            if (end >= 0) {
                found |= isOf(pattern.substring(i + 2, end), c);
                i = end + 2;
                continue;
            }
            i += pattern.charAt(i) == '\\' && i + 1 < pattern.length() ? 1 : 0;
            char low = pattern.charAt(i++);
            char high = low;
            if (i + 1 < pattern.length() && pattern.charAt(i) == '-' && pattern.charAt(i + 1) != ']') {
                i += pattern.charAt(i + 1) == '\\' && i + 2 < pattern.length() ? 2 : 1;
                high = pattern.charAt(i++);
            }
            found |= low <= c && c <= high;
        }
        return null;
    }

    private static boolean isOf(String name, char c) {
        boolean upper = c >= 'A' && c <= 'Z';
        boolean lower = c >= 'a' && c <= 'z';
        boolean digit = c >= '0' && c <= '9';
        return switch (name) {
            case "alpha" -> upper || lower;
            case "upper" -> upper;
            case "lower" -> lower;
            case "digit" -> digit;
            case "alnum" -> upper || lower || digit;
            case "xdigit" -> digit || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
            case "space" -> c == ' ' || c >= '\t' && c <= '\r';
            case "blank" -> c == ' ' || c == '\t';
            case "punct" -> c > ' ' && c < 0x7f && !upper && !lower && !digit;
            case "graph" -> c > ' ' && c < 0x7f;
            case "print" -> c >= ' ' && c < 0x7f;
            case "cntrl" -> c < ' ' || c == 0x7f;
            default -> false;
        };
    }
}
