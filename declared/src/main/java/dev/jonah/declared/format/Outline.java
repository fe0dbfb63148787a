package dev.jonah.declared.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which parts of a document somebody wants, so that a large one is handed over piece by piece and never held as a whole.
 * Parts are named by the keys from the root down; {@code *} stands for any key, and for the items of a list.
 *
 * <pre>{@code
 * new Outline().whole(value -> version = value.text(), "version").each((key, value) -> …, "packages")
 * }</pre>
 */
public final class Outline {
    /** What a reader is to do with a part. */
    enum Wish {
        SKIP,
        WALK,
        WHOLE
    }

    /** Takes one part. */
    @FunctionalInterface
    public interface Part {
        /**
         * Takes the part.
         *
         * @throws IOException to end reading
         */
        void take(Value value) throws IOException;
    }

    /** Takes one member of a part. */
    @FunctionalInterface
    public interface Member {
        /**
         * Takes the member of this key, which is {@code *} for the item of a list.
         *
         * @throws IOException to end reading
         */
        void take(String key, Value value) throws IOException;
    }

    private record Rule(List<String> path, boolean each, Member member) {}

    private final List<Rule> rules = new ArrayList<>();

    /** Wants the part at this path as a whole. */
    public Outline whole(Part part, String... path) {
        rules.add(new Rule(List.of(path), false, (key, value) -> part.take(value)));
        return this;
    }

    /** Wants the members of the part at this path, one at a time. */
    public Outline each(Member member, String... path) {
        rules.add(new Rule(List.of(path), true, member));
        return this;
    }

    Wish wish(List<String> path) {
        boolean walk = path.isEmpty();
        for (Rule rule : rules) {
            if (fits(rule, path)) {
                return Wish.WHOLE;
            }
            walk |= path.size() <= rule.path.size() && startsWith(rule.path, path);
        }
        return walk ? Wish.WALK : Wish.SKIP;
    }

    void hand(List<String> path, Value value) throws IOException {
        for (Rule rule : rules) {
            if (fits(rule, path)) {
                rule.member.take(path.isEmpty() ? "" : path.get(path.size() - 1), value);
                return;
            }
        }
    }

    private static boolean fits(Rule rule, List<String> path) {
        return path.size() == rule.path.size() + (rule.each ? 1 : 0)
                && startsWith(path.subList(0, rule.path.size()), rule.path);
    }

    /** Whether {@code longer} begins with {@code shorter}, where a star of either fits anything. */
    private static boolean startsWith(List<String> longer, List<String> shorter) {
        for (int i = 0; i < shorter.size(); i++) {
            String one = longer.get(i);
            String other = shorter.get(i);
            if (!one.equals(other) && !one.equals("*") && !other.equals("*")) {
                return false;
            }
        }
        return true;
    }
}
