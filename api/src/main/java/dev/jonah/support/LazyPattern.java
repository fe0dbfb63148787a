package dev.jonah.support;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that is compiled at its first use. Rules for files that most images do not have come by the hundred,
 * and compiling theirs at every start would take longer than the scan of a small image. Immutable to its users, for any
 * number of threads.
 */
public final class LazyPattern {
    private final String regex;
    private final int flags;
    private volatile @Nullable Pattern compiled;

    private LazyPattern(String regex, int flags) {
        this.regex = regex;
        this.flags = flags;
    }

    /** As {@link Pattern#compile(String)}, later: a mistake in the expression shows at the first use. */
    public static LazyPattern of(String regex) {
        return new LazyPattern(regex, 0);
    }

    /** As {@link Pattern#compile(String, int)}, later. */
    public static LazyPattern of(String regex, int flags) {
        return new LazyPattern(regex, flags);
    }

    /** The expression as it was given. */
    public String pattern() {
        return regex;
    }

    /**
     * As {@link Pattern#matcher}.
     *
     * @throws java.util.regex.PatternSyntaxException if the expression is none
     */
    public Matcher matcher(CharSequence text) {
        Pattern ready = compiled;
        if (ready == null) {
            ready = Pattern.compile(regex, flags);
            compiled = ready;
        }
        return ready.matcher(text);
    }
}
