package dev.jonah.core.steps;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The order in which bytes lie: layer by layer, and in each by position. What has no bytes comes first. */
final class ReadingOrder {
    private ReadingOrder() {}

    /** A new list of the items in the order of their entries; what lies in the same place stays as it was. */
    static <T> List<T> of(List<T> items, Function<T, FileEntry> entry) {
        List<Placed<T>> placed = new ArrayList<>(items.size());
        for (T item : items) {
            placed.add(Placed.of(item, entry.apply(item)));
        }
        placed.sort(Placed::compare);
        List<T> ordered = new ArrayList<>(items.size());
        for (Placed<T> each : placed) {
            ordered.add(each.item);
        }
        return ordered;
    }

    private record Placed<T>(T item, int layer, long position) {
        static <T> Placed<T> of(T item, FileEntry entry) {
            Content content = entry.content();
            return new Placed<>(item, entry.layer(), content == null ? -1 : content.position());
        }

        static int compare(Placed<?> one, Placed<?> other) {
            return one.layer != other.layer
                    ? Integer.compare(one.layer, other.layer)
                    : Long.compare(one.position, other.position);
        }
    }
}
