package dev.jonah.sysdb.debian.format;

import dev.jonah.value.RawText;

/**
 * A rule by which dpkg leaves files out at installation, {@code path-exclude} or {@code path-include} (dpkg(1)).
 *
 * @param include whether it takes files in that an earlier rule left out
 * @param pattern as fnmatch(3) has it without flags: an asterisk goes over slashes too
 */
public record PathRule(boolean include, RawText pattern) {
    /** Whether the pattern fits an absolute path. */
    public boolean matches(RawText path) {
        return Glob.matches(pattern.latin1(), path.latin1());
    }

    /**
     * Whether this includes something that may lie below {@code path}, so that dpkg keeps a directory or link there
     * although it is excluded. dpkg compares what stands before the first wildcard, and so does this.
     */
    public boolean mayIncludeBelow(RawText path) {
        if (!include) {
            return false;
        }
        String literal = literalPrefix();
        int end = literal.length();
        while (end > 0 && literal.charAt(end - 1) == '/') {
            end--;
        }
        return path.latin1().startsWith(literal.substring(0, end));
    }

    /** What stands before the first wildcard, one character for each byte: every path that fits begins so. */
    public String literalPrefix() {
        String text = pattern.latin1();
        int end = 0;
        while (end < text.length() && "*?[\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, end);
    }

    /** The rule as it may stand in a configuration file. */
    @Override
    public String toString() {
        return (include ? "path-include=" : "path-exclude=") + pattern;
    }
}
