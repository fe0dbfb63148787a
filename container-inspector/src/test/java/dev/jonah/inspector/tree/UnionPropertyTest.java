package dev.jonah.inspector.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.image.LayerEntry;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random layers, united by {@link LayerUnion} and by {@link PlainUnion}. {@code -Djonah.seed=N} repeats a run. */
class UnionPropertyTest {
    private static final int ROUNDS = 20_000;
    private static final String[] NAMES = {"a", "b", "c"};

    private int number;

    @Test
    void everyTreeIsWhatTheSpecificationSays() throws IOException {
        long first = Long.getLong("jonah.seed", 20240229L);
        for (long seed = first; seed < first + ROUNDS; seed++) {
            compare(new Random(seed), seed);
        }
    }

    private void compare(Random random, long seed) throws IOException {
        LayerUnion union = new LayerUnion(Limits.defaults(), false);
        PlainUnion plain = new PlainUnion();
        List<Map<String, String>> expected = new ArrayList<>();
        List<List<LayerEntry>> layers = new ArrayList<>();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            List<LayerEntry> layer = layer(random);
            layers.add(layer);
            union.apply(layer, diagnostic -> {});
            plain.apply(layer);
            expected.add(new TreeMap<>(plain.tree()));
        }
        VersionedTree tree = union.finish();
        for (int i = 0; i < expected.size(); i++) {
            assertThat(listing(tree.at(i)))
                    .as("seed %d, after layer %d of %s", seed, i, names(layers))
                    .isEqualTo(expected.get(i));
            assertConsistent(tree.at(i), seed);
        }
    }

    private List<LayerEntry> layer(Random random) {
        List<LayerEntry> layer = new ArrayList<>();
        for (int n = random.nextInt(7); n > 0; n--) {
            StringBuilder path = new StringBuilder();
            for (int depth = random.nextInt(3); depth > 0; depth--) {
                path.append(NAMES[random.nextInt(NAMES.length)]).append('/');
            }
            String name = NAMES[random.nextInt(NAMES.length)];
            switch (random.nextInt(8)) {
                case 0 -> layer.add(entry(path + ".wh." + name, EntryType.FILE, null));
                case 1 -> layer.add(entry(path + ".wh..wh..opq", EntryType.FILE, null));
                case 2, 3 -> layer.add(entry(path + name + "/", EntryType.DIRECTORY, null));
                case 4 -> layer.add(entry(path + name, EntryType.SYMLINK, target(random)));
                default -> layer.add(entry(path + name, EntryType.FILE, null));
            }
        }
        return layer;
    }

    private static String target(Random random) {
        String target = NAMES[random.nextInt(NAMES.length)];
        return (random.nextBoolean() ? "/" : "") + (random.nextBoolean() ? target : target + "/x");
    }

    private LayerEntry entry(String name, EntryType type, String target) {
        return new LayerEntry(
                RawText.of(name),
                type,
                0644,
                0,
                0,
                0,
                ++number,
                target == null ? null : RawText.of(target),
                null,
                Map.of(),
                null);
    }

    private static List<List<String>> names(List<List<LayerEntry>> layers) {
        return layers.stream()
                .map(l -> l.stream()
                        .map(e -> e.type().id() + " " + e.name() + (e.target() == null ? "" : " -> " + e.target()))
                        .toList())
                .toList();
    }

    private static Map<String, String> listing(FileTree tree) {
        Map<String, String> found = new TreeMap<>();
        Deque<ImagePath> open = new ArrayDeque<>(List.of(ImagePath.ROOT));
        while (!open.isEmpty()) {
            for (FileEntry entry : tree.children(open.pop())) {
                found.put(
                        entry.path().toString(),
                        switch (entry.type()) {
                            case DIRECTORY -> "d";
                            case SYMLINK -> "l:" + entry.target();
                            default -> "f:" + entry.modified();
                        });
                if (entry.isDirectory()) {
                    open.push(entry.path());
                }
            }
        }
        return found;
    }

    /** What a tree says in several ways it says alike. */
    private static void assertConsistent(FileTree tree, long seed) {
        List<FileEntry> files = tree.files().toList();
        assertThat(files)
                .as("seed %d", seed)
                .hasSize(tree.fileCount())
                .isSortedAccordingTo((a, b) -> a.path().compareTo(b.path()));
        for (FileEntry file : files) {
            assertThat(tree.find(file.path())).as("seed %d", seed).containsSame(file);
            for (ImagePath up = file.path().parent(); up != null; up = up.parent()) {
                assertThat(tree.find(up)).as("seed %d: %s", seed, up).get().matches(FileEntry::isDirectory);
            }
        }
    }
}
