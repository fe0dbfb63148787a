package com.example.pacman.format;

/**
 * Matches file names as fnmatch(3) does without flags, which is what pacman uses: {@code *} and {@code ?} stand for slashes
 * and leading dots too. It counts its steps, since patterns and names come from an image. Not safe for several threads.
 */
public final class Wildcards {
    private long steps;

    /** Characters that were compared so far. */
    public long steps() {
        return steps;
    }

    /** Whether all of {@code text} fits. */
    public boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            steps++;
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else {
                int next = p < pattern.length() ? one(pattern, p, text.charAt(t)) : -1;
                if (next >= 0) {
                    p = next;
                    t++;
                } else if (star >= 0) {
                    p = star + 1;
                    t = ++resume;
                } else {
                    return false;
                }
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Where the pattern goes on after the part at {@code p} that stands for one character, if it stands for this; or -1. */
    private int one(String pattern, int p, char c) {
        char first = pattern.charAt(p);
        if (first == '?') {
            return p + 1;
        }
        if (first == '[') {
            int end = end(pattern, p);
            if (end > 0) {
                return contains(pattern, p + 1, end, c) ? end + 1 : -1;
            }
        }
        if (first == '\\' && p + 1 < pattern.length()) {
            return pattern.charAt(p + 1) == c ? p + 2 : -1;
        }
        return first == c ? p + 1 : -1;
    }

    /** The bracket that closes the one at {@code open}, or -1; the first character inside may be one. */
    private int end(String pattern, int open) {
        int i = open + 1;
        if (i < pattern.length() && isNot(pattern.charAt(i))) {
            i++;
        }
        int end = pattern.indexOf(']', i + 1);
        steps += Math.max(0, (end < 0 ? pattern.length() : end) - i);
        return end;
    }

    private static boolean contains(String pattern, int from, int end, char c) {
        boolean not = isNot(pattern.charAt(from));
        boolean found = false;
        for (int i = not ? from + 1 : from; i < end; i++) {
            char low = pattern.charAt(i);
            if (i + 2 < end && pattern.charAt(i + 1) == '-') {
                found |= low <= c && c <= pattern.charAt(i + 2);
                i += 2;
            } else {
                found |= low == c;
            }
        }
        return found != not;
    }

    private static boolean isNot(char c) {
        return c == '!' || c == '^';
    }
}
