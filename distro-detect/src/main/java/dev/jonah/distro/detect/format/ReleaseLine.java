package dev.jonah.distro.detect.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first line of {@code /etc/redhat-release} and its kin: {@code CentOS Linux release 7.9.2009 (Core)}, {@code Arch
 * Linux}, {@code Slackware 15.0}, {@code VMware Photon OS 5.0}.
 *
 * @param text the line, blanks at the ends taken away
 * @param name what stands before {@code release} and the version
 * @param version the first word that begins with a digit, or null
 * @param codename what stands in parentheses at the end, or null
 */
public record ReleaseLine(
        String text,
        String name,
        @Nullable String version,
        @Nullable String codename) {
    private static final Pattern VERSION = Pattern.compile("(?:^|\\s)v?(\\d[^\\s()]*)");
    private static final int LONGEST = 1024;

    /** Takes a line apart; null if it is blank or longer than any that occurs (1,024 characters). */
    public static @Nullable ReleaseLine parse(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        Matcher matcher = VERSION.matcher(text);
        boolean found = matcher.find();
        int paren = text.indexOf('(');
        int end = found ? matcher.start() : paren >= 0 ? paren : text.length();
        String name = text.substring(0, end).strip();
        if (name.endsWith(" release") || name.endsWith(" version")) {
            name = name.substring(0, name.length() - 8).strip();
        }
        return new ReleaseLine(text, name, found ? matcher.group(1) : null, codename(text));
    }

    private static @Nullable String codename(String text) {
        int open = text.lastIndexOf('(');
        if (open < 0 || !text.endsWith(")")) {
            return null;
        }
        String inside = text.substring(open + 1, text.length() - 1).strip();
        return inside.isEmpty() ? null : inside;
    }
}
