package dev.jonah.sysdb.alpine.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides as apk does which paths are protected. From the root down, every directory and at last the file itself takes the
 * mode of the last rule that names exactly it, or else that of the directory above. So a longer rule beats a shorter one
 * wherever it stands, and the order counts only among rules of one length. Rules of one part name directories only: apk
 * does not apply them to files that lie directly in the root.
 *
 * <p>Immutable and safe for any thread.
 */
public final class ProtectedPaths {
    /** The rules compiled into apk, which come before those of any file. */
    public static final ProtectedPaths DEFAULTS = new ProtectedPaths(List.of(
            new ProtectedPath(ProtectedPath.Mode.CHANGED, List.of("etc"), "+etc"),
            new ProtectedPath(ProtectedPath.Mode.SYMLINKS, List.of("etc", "init.d"), "@etc/init.d"),
            new ProtectedPath(ProtectedPath.Mode.ALL, List.of("etc", "apk"), "!etc/apk")));

    // Every rule is tried for every file, and real lists have a dozen.
    private static final int MOST_RULES = 10_000;

    private final List<ProtectedPath> rules;

    /** These rules and no others, in this order. */
    public ProtectedPaths(List<ProtectedPath> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * These rules and after them those of a file. Reads {@code in} to its end and does not close it.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if a line or the whole is too long
     * @throws IOException if there are more than ten thousand rules
     */
    public ProtectedPaths and(InputStream in, Limits limits) throws IOException {
        LineReader lines = new LineReader(in, SmallFile.limits(limits));
        List<ProtectedPath> all = new ArrayList<>(rules);
        RawText line;
        while ((line = lines.readLine()) != null) {
            ProtectedPath rule = ProtectedPath.parse(line.latin1());
            if (rule != null) {
                all.add(rule);
            }
            if (all.size() > MOST_RULES) {
                throw new IOException("more than " + MOST_RULES + " rules for protected paths");
            }
        }
        return new ProtectedPaths(all);
    }

    /** The rules in order. */
    public List<ProtectedPath> rules() {
        return rules;
    }

    /** The rule that decides for a file, or null if none does; the path is relative to the root, without a slash first. */
    public @Nullable ProtectedPath ruleFor(RawText file) {
        String path = file.latin1();
        if (path.indexOf('/') < 0) {
            return null;
        }
        List<ProtectedPath> candidates = rules;
        ProtectedPath decided = null;
        int start = 0;
        for (int depth = 0; !candidates.isEmpty() && start <= path.length(); depth++) {
            int slash = path.indexOf('/', start);
            String part = path.substring(start, slash < 0 ? path.length() : slash);
            start += part.length() + 1;
            List<ProtectedPath> deeper = new ArrayList<>(1);
            for (ProtectedPath rule : candidates) {
                if (Glob.matches(rule.parts().get(depth), part)) {
                    if (rule.parts().size() == depth + 1) {
                        decided = rule;
                    } else {
                        deeper.add(rule);
                    }
                }
            }
            candidates = deeper;
        }
        return decided;
    }
}
