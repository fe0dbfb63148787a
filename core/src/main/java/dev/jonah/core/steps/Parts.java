package dev.jonah.core.steps;

import dev.jonah.support.Tasks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One pass over a long list, over several parts of it at once. */
final class Parts {
    private static final int SIZE = 1024;

    private Parts() {}

    /** What {@code work} makes of each part, in the order of the list. */
    static <T, R> List<R> of(List<T> all, Tasks tasks, Function<List<T>, R> work) throws IOException {
        int parts = (all.size() + SIZE - 1) / SIZE;
        List<@Nullable R> results = new ArrayList<>(Collections.nCopies(parts, null));
        tasks.run(parts, i -> {
            List<T> part = all.subList(i * SIZE, Math.min(all.size(), (i + 1) * SIZE));
            results.set(i, work.apply(part));
        });
        return results.stream().map(Objects::requireNonNull).toList();
    }

    /** As {@link #of}, where {@code work} makes lists: all they hold, in one. */
    static <T, R> List<R> joined(List<T> all, Tasks tasks, Function<List<T>, List<R>> work) throws IOException {
        List<R> joined = new ArrayList<>(all.size());
        of(all, tasks, work).forEach(joined::addAll);
        return joined;
    }
}
