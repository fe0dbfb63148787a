package dev.jonah.sysdb.debian.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file of {@code /var/lib/dpkg/alternatives}: {@code auto} or {@code manual}, the link, pairs of lines for
 * slaves, an empty line; then for each choice its path, its priority and one line for each slave; an empty line.
 *
 * <p>Stateless.
 */
public final class AlternativesReader {
    private AlternativesReader() {}

    /** Reads {@code in}, which is not closed. A choice that the file ends in is kept if its priority is there. */
    public static Alternative read(InputStream in, Limits limits) {
        EntryCollector<Alternative.Choice> lines = new EntryCollector<>(in, limits);
        RawText status = lines.next();
        boolean automatic = status != null && status.latin1().equals("auto");
        if (status != null && !automatic && !status.latin1().equals("manual")) {
            lines.notA("a status of alternatives", status);
        }
        RawText link = lines.next();
        List<Alternative.Slave> slaves = slaves(lines);
        while (choice(lines, slaves.size())) {
            // The next one.
        }
        RawText after = lines.next();
        if (after != null) {
            lines.problem(new Problem(lines.number(), "goes on after its end"));
        }
        if (link == null && lines.failure() == null) {
            lines.problem(new Problem(lines.number(), "ends before its link"));
        }
        return new Alternative(automatic, link, slaves, lines.entries(), lines.problems(), lines.failure());
    }

    private static List<Alternative.Slave> slaves(EntryCollector<?> lines) {
        List<Alternative.Slave> slaves = new ArrayList<>();
        RawText name;
        while ((name = lines.next()) != null && !name.isEmpty()) {
            RawText link = lines.next();
            if (link == null || link.isEmpty()) {
                lines.problem(
                        new Problem(lines.number(), "the slave " + Problem.brief(name.toString()) + " has no link"));
                break;
            }
            slaves.add(new Alternative.Slave(name, link));
        }
        return slaves;
    }

    /** Whether there may be more. */
    private static boolean choice(EntryCollector<Alternative.Choice> lines, int slaves) {
        RawText path = lines.next();
        if (path == null || path.isEmpty()) {
            return false;
        }
        RawText text = lines.next();
        Integer priority = text == null ? null : number(text.latin1());
        if (priority == null) {
            String of = "the choice " + Problem.brief(path.toString());
            lines.problem(new Problem(lines.number(), of + " has no priority"));
        }
        List<RawText> targets = new ArrayList<>();
        for (RawText target = null; targets.size() < slaves; targets.add(target)) {
            target = lines.next();
            if (target == null) {
                lines.problem(new Problem(lines.number(), "ends within a choice"));
                break;
            }
        }
        while (targets.size() < slaves) {
            targets.add(RawText.of(""));
        }
        if (priority != null) {
            lines.add(new Alternative.Choice(path, priority, targets));
        }
        return true;
    }

    private static @Nullable Integer number(String text) {
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
