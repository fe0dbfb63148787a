package dev.jonah.sysdb.alpine.format;

/**
 * Matches one part of a path as fnmatch(3) does: {@code *}, {@code ?}, {@code [a-z]}, {@code [!a]}, {@code [^a]},
 * {@code [[:digit:]]} and a backslash before a character that stands for itself. A leading dot is nothing special.
 * Characters are bytes. Takes time in the product of the lengths at most.
 */
final class Glob {
    private Glob() {}

    static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int retry = 0;
        while (n < name.length()) {
            int length = p < pattern.length() && pattern.charAt(p) != '*' ? matchOne(pattern, p, name.charAt(n)) : 0;
            if (length > 0) {
                p += length;
                n++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = n;
            } else if (star >= 0) {
                p = star + 1;
                n = ++retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** How many characters of the pattern from {@code p} on stand for {@code c}; 0 if they do not. */
    private static int matchOne(String pattern, int p, char c) {
        char first = pattern.charAt(p);
        if (first == '?') {
            return 1;
        }
        if (first == '\\' && p + 1 < pattern.length()) {
            return pattern.charAt(p + 1) == c ? 2 : 0;
        }
        int end = first == '[' ? endOfBracket(pattern, p) : -1;
        if (end > 0) {
            return inBracket(pattern, p, end, c) ? end + 1 - p : 0;
        }
        return first == c ? 1 : 0;
    }

    /** Index of the bracket that closes the one at {@code p}, or -1 if none does and it stands for itself. */
    private static int endOfBracket(String pattern, int p) {
        int i = p + 1;
        if (i < pattern.length() && isNegation(pattern.charAt(i))) {
            i++;
        }
        if (i < pattern.length() && pattern.charAt(i) == ']') {
            i++;
        }
        while (i < pattern.length() && pattern.charAt(i) != ']') {
            if (pattern.startsWith("[:", i)) {
                int close = pattern.indexOf(":]", i + 2);
                i = close < 0 ? i + 1 : close + 2;
            } else {
                i += pattern.charAt(i) == '\\' && i + 1 < pattern.length() ? 2 : 1;
            }
        }
        return i < pattern.length() ? i : -1;
    }

    private static boolean inBracket(String pattern, int p, int end, char c) {
        int i = p + 1;
        boolean negated = isNegation(pattern.charAt(i));
        if (negated) {
            i++;
        }
        boolean found = false;
        while (i < end) {
            int close = pattern.startsWith("[:", i) ? pattern.indexOf(":]", i + 2) : -1;
            if (close >= 0 && close < end) {
                found |= isInClass(pattern.substring(i + 2, close), c);
                i = close + 2;
                continue;
            }
            if (pattern.charAt(i) == '\\' && i + 1 < end) {
                i++;
            }
            char low = pattern.charAt(i++);
            char high = low;
            if (i + 1 < end && pattern.charAt(i) == '-') {
                i += pattern.charAt(i + 1) == '\\' && i + 2 < end ? 2 : 1;
                high = pattern.charAt(i++);
            }
            found |= low <= c && c <= high;
        }
        return found != negated;
    }

    private static boolean isNegation(char c) {
        return c == '!' || c == '^';
    }

    private static boolean isInClass(String name, char c) {
        boolean lower = c >= 'a' && c <= 'z';
        boolean upper = c >= 'A' && c <= 'Z';
        boolean digit = c >= '0' && c <= '9';
        boolean graphic = c > ' ' && c < 0x7f;
        return switch (name) {
            case "alpha" -> lower || upper;
            case "digit" -> digit;
            case "alnum" -> lower || upper || digit;
            case "lower" -> lower;
            case "upper" -> upper;
            case "xdigit" -> digit || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
            case "blank" -> c == ' ' || c == '\t';
            case "space" -> c == ' ' || c >= '\t' && c <= '\r';
            case "graph" -> graphic;
            case "print" -> graphic || c == ' ';
            case "punct" -> graphic && !(lower || upper || digit);
            case "cntrl" -> c < ' ' || c == 0x7f;
            default -> false;
        };
    }
}
