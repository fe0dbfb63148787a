package dev.jonah.sysdb.debian.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads {@code /var/lib/dpkg/diversions}: three lines for each diversion, the path, where it is diverted to, and the name
 * of the package or a colon. dpkg refuses two diversions that share a path; here that is a problem, and both are kept.
 *
 * <p>Stateless.
 */
public final class DiversionsReader {
    private DiversionsReader() {}

    /** Reads {@code in}, which is not closed. A diversion that the file ends in is left out. */
    public static Reading<Diversion> read(InputStream in, Limits limits) {
        EntryCollector<Diversion> lines = new EntryCollector<>(in, limits);
        Set<RawText> paths = new HashSet<>();
        RawText first;
        while ((first = lines.next()) != null) {
            RawText second = lines.next();
            RawText diverter = lines.next();
            if (diverter == null || second == null) {
                if (lines.failure() == null) {
                    lines.problem(new Problem(lines.number(), "ends within a diversion"));
                }
                break;
            }
            RawText from = Paths.withoutTrailingSlash(first);
            RawText to = Paths.withoutTrailingSlash(second);
            if (!isPath(from) || !isPath(to) || diverter.isEmpty()) {
                lines.notA("a diversion of a path to another", first);
                continue;
            }
            boolean fresh = paths.add(from);
            if (!paths.add(to) || !fresh) {
                String message = "two diversions share a path: " + Problem.brief(from + " to " + to);
                lines.problem(new Problem(lines.number(), message));
            }
            boolean local = diverter.latin1().equals(":");
            lines.add(new Diversion(from, to, local ? null : diverter.toString()));
        }
        return lines.reading();
    }

    private static boolean isPath(RawText text) {
        return text.latin1().startsWith("/");
    }
}
