package dev.jonah.core.steps;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.support.Tasks;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which of many patterns fit an entry. Names, paths and extensions are looked up, so that a file costs little however many
 * patterns there are; only directories are compared one by one. Immutable.
 */
final class Dispatch {
    private static final FilePattern PROGRAMS = FilePattern.programs();

    private final Map<String, List<Indexed>> byName = new HashMap<>();
    private final Map<String, List<Indexed>> byExtension = new HashMap<>();
    private final List<Indexed> others = new ArrayList<>();
    private final List<Indexed> programs = new ArrayList<>();

    private record Indexed(FilePattern.Term term, int index) {}

    private final int owners;

    private Dispatch(int owners) {
        this.owners = owners;
    }

    static <P> Dispatch of(List<P> owners, Function<P, FilePattern> pattern) {
        Dispatch dispatch = new Dispatch(owners.size());
        for (int i = 0; i < owners.size(); i++) {
            for (FilePattern.Term term : pattern.apply(owners.get(i)).terms()) {
                dispatch.placeOf(term).add(new Indexed(term, i));
            }
        }
        return dispatch;
    }

    /** Where a term is looked for; its text there is a part of what it compares, or nothing is looked up. */
    private List<Indexed> placeOf(FilePattern.Term term) {
        String text = term.text();
        return switch (term.kind()) {
            case NAME, PATH, PATH_SUFFIX ->
                byName.computeIfAbsent(text.substring(text.lastIndexOf('/') + 1), key -> new ArrayList<>(1));
            case SUFFIX ->
                text.indexOf('.') < 0
                        ? others
                        : byExtension.computeIfAbsent(extension(text), key -> new ArrayList<>(1));
            case BELOW -> others;
            case PROGRAM -> programs;
        };
    }

    /** Those of the files that the pattern of each owner fits, in the same order. */
    List<List<FileEntry>> all(List<FileEntry> everything, Tasks tasks) throws IOException {
        List<List<List<FileEntry>>> parts = Parts.of(everything, tasks, files -> {
            List<List<FileEntry>> found = noFiles();
            for (FileEntry file : files) {
                matching(file, i -> found.get(i).add(file));
            }
            return found;
        });
        List<List<FileEntry>> all = noFiles();
        for (List<List<FileEntry>> part : parts) {
            for (int i = 0; i < owners; i++) {
                all.get(i).addAll(part.get(i));
            }
        }
        return all;
    }

    private List<List<FileEntry>> noFiles() {
        List<List<FileEntry>> none = new ArrayList<>(owners);
        for (int i = 0; i < owners; i++) {
            none.add(new ArrayList<>(0));
        }
        return none;
    }

    /** Tells the number of each owner with a pattern that fits, each once, lowest first. */
    void matching(FileEntry entry, IntConsumer owner) {
        ImagePath path = entry.path();
        String whole = path.latin1();
        String name = whole.substring(whole.lastIndexOf('/') + 1);
        BitSet told = new BitSet();
        collect(byName.get(name), path, told);
        if (name.indexOf('.') >= 0) {
            collect(byExtension.get(extension(name)), path, told);
        }
        collect(others, path, told);
        if (!programs.isEmpty() && PROGRAMS.matches(entry)) {
            programs.forEach(program -> told.set(program.index));
        }
        for (int i = told.nextSetBit(0); i >= 0; i = told.nextSetBit(i + 1)) {
            owner.accept(i);
        }
    }

    private static void collect(@Nullable List<Indexed> terms, ImagePath path, BitSet told) {
        if (terms == null) {
            return;
        }
        for (Indexed indexed : terms) {
            if (indexed.term.matches(path)) {
                told.set(indexed.index);
            }
        }
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
