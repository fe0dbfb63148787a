package dev.jonah.sysdb.alpine.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A package specification, as {@code etc/apk/world} and the fields {@code D}, {@code p}, {@code i} and {@code r} have
 * them: {@code [!]name[@tag][operator version]} (apk-world(5)).
 *
 * @param text as written
 * @param conflict whether it forbids the package, by {@code !}
 * @param name name of a package, or of something provided such as {@code so:libc.musl-x86_64.so.1}, {@code cmd:sh} or a path
 * @param tag repository tag after {@code @}, or null
 * @param operator some of the characters {@code < > = ~}, or null
 * @param version what the operator compares with, or null
 */
public record ApkDependency(
        String text,
        boolean conflict,
        String name,
        @Nullable String tag,
        @Nullable String operator,
        @Nullable String version) {
    private static final Pattern FORM =
            Pattern.compile("(!?)([^!@<>=~\\s]+)(?:@([^@<>=~\\s]+))?(?:([<>=~]+)([^@<>=~\\s]+))?(?:@([^@<>=~\\s]+))?");

    /** The specification, or null if the word is none. */
    public static @Nullable ApkDependency parse(String word) {
        // Names and versions are short; the bound keeps the pattern's stack small.
        Matcher matcher = FORM.matcher(word);
        if (word.length() > 1024 || !matcher.matches()) {
            return null;
        }
        String tag = matcher.group(3) != null ? matcher.group(3) : matcher.group(6);
        return new ApkDependency(
                word, !matcher.group(1).isEmpty(), matcher.group(2), tag, matcher.group(4), matcher.group(5));
    }
}
