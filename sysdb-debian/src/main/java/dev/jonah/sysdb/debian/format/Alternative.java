package dev.jonah.sysdb.debian.format;

import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of alternatives: names under which one of several programs is found (update-alternatives(1)). The name of the
 * group is that of its file.
 *
 * @param automatic whether the choice with the highest priority is taken, not the one that somebody chose
 * @param link where the program is found, as written; null if the file ends before
 * @param slaves names that follow the choice
 * @param choices what there is to choose from, in the order of the file
 * @param problems what is not as it should be
 * @param failure why the file could not be read to its end, or null if it was
 */
public record Alternative(
        boolean automatic,
        @Nullable RawText link,
        List<Slave> slaves,
        List<Choice> choices,
        List<Problem> problems,
        @Nullable IOException failure) {
    /** Copies the lists. */
    public Alternative {
        slaves = List.copyOf(slaves);
        choices = List.copyOf(choices);
        problems = List.copyOf(problems);
    }

    /**
     * A name that follows the choice, such as a page of the manual.
     *
     * @param name name of its link in the directory of alternatives
     * @param link where it is found, as written
     */
    public record Slave(RawText name, RawText link) {}

    /**
     * One of the programs.
     *
     * @param path where it is, as written
     * @param priority the highest one wins
     * @param targets what each of {@link Alternative#slaves()} leads to, in their order; empty for those that this choice
     *     has not
     */
    public record Choice(RawText path, int priority, List<RawText> targets) {
        /** Copies the list. */
        public Choice {
            targets = List.copyOf(targets);
        }
    }

    /** The first of the choices with the highest priority, or null if there are none. */
    public @Nullable Choice best() {
        Choice best = null;
        for (Choice choice : choices) {
            if (best == null || choice.priority() > best.priority()) {
                best = choice;
            }
        }
        return best;
    }

    /** The choice with this path, or null. */
    public @Nullable Choice choice(RawText path) {
        for (Choice choice : choices) {
            if (choice.path().equals(path)) {
                return choice;
            }
        }
        return null;
    }
}
