package dev.jonah.core.steps;

import dev.jonah.image.FilePattern;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Which of many patterns fit a path: whole names and paths by look-up, only the rest one by one. Immutable.
 */
final class Dispatch {
    private final Map<String, List<Integer>> byName = new HashMap<>();
    private final Map<String, List<Integer>> byPath = new HashMap<>();
    private final List<Indexed> others = new ArrayList<>();

    private record Indexed(FilePattern.Term term, int index) {}

    private Dispatch() {}

    static <P> Dispatch of(List<P> owners, Function<P, FilePattern> pattern) {
        Dispatch dispatch = new Dispatch();
        for (int i = 0; i < owners.size(); i++) {
            for (FilePattern.Term term : pattern.apply(owners.get(i)).terms()) {
                switch (term.kind()) {
                    case NAME ->
                        dispatch.byName
                                .computeIfAbsent(term.text(), key -> new ArrayList<>())
                                .add(i);
                    case PATH ->
                        dispatch.byPath
                                .computeIfAbsent(term.text(), key -> new ArrayList<>())
                                .add(i);
                    default -> dispatch.others.add(new Indexed(term, i));
                }
            }
        }
        return dispatch;
    }

    /** Tells the number of each owner with a pattern that fits, each once. */
    void matching(ImagePath path, IntConsumer owner) {
        String whole = path.latin1();
        List<Integer> named = byName.getOrDefault(whole.substring(whole.lastIndexOf('/') + 1), List.of());
        List<Integer> exact = byPath.getOrDefault(whole, List.of());
        List<Integer> told = new ArrayList<>(2);
        named.forEach(i -> tell(i, told, owner));
        exact.forEach(i -> tell(i, told, owner));
        for (Indexed other : others) {
            if (other.term.matches(path)) {
                tell(other.index, told, owner);
            }
        }
    }

    private static void tell(int index, List<Integer> told, IntConsumer owner) {
        if (!told.contains(index)) {
            told.add(index);
            owner.accept(index);
        }
    }
}
