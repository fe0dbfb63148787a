package dev.jonah.inspector.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.LayerEntry;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A tree of some thousand names, more than any index of them begins with. */
class SquashedTreeTest {
    // A slash sorts behind the first four and before the others, so that a name and one that it begins tell orders
    // apart.
    private static final String[] SIGNS = {"", "!", "-", ".", "0", "a", "~"};

    private static final SquashedTree TREE = tree();

    private static SquashedTree tree() {
        Random random = new Random(7);
        List<LayerEntry> layer = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            StringBuilder path = new StringBuilder();
            for (int depth = random.nextInt(4); depth >= 0; depth--) {
                path.append("d")
                        .append(SIGNS[random.nextInt(SIGNS.length)])
                        .append(random.nextInt(3))
                        .append('/');
            }
            path.append("f").append(SIGNS[random.nextInt(SIGNS.length)]).append(i % 500);
            layer.add(file(path.toString()));
        }
        layer.add(file("d0".repeat(120) + "/" + "e1".repeat(120) + "/deep"));
        return union(layer);
    }

    private static SquashedTree union(List<LayerEntry> layer) {
        try {
            LayerUnion union = new LayerUnion(Limits.defaults(), false);
            union.apply(layer, diagnostic -> {});
            return union.finish().at(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static LayerEntry file(String name) {
        return new LayerEntry(RawText.of(name), EntryType.FILE, 0644, 0, 0, 0, 0, null, null, Map.of(), null);
    }

    @Test
    void filesStandInTheOrderOfTheirPaths() {
        assertThat(TREE.files().map(FileEntry::path)).hasSize(TREE.fileCount()).isSorted();
    }

    @Test
    void aNameStandsBeforeWhatLiesInADirectoryOfANameThatBeginsWithIt() {
        SquashedTree tree = union(List.of(file("a/x"), file("a.b"), file("a0"), file("a!/x")));
        assertThat(tree.files().map(file -> file.path().toString())).containsExactly("/a!/x", "/a.b", "/a/x", "/a0");
    }

    @Test
    void everyFileIsFoundByItsName() {
        assertThat(TREE.files())
                .allSatisfy(file -> assertThat(
                                TREE.matching(FilePattern.named(file.path().fileName())))
                        .contains(file));
    }

    @Test
    void aNameFindsNothingElse() {
        String name = TREE.files().findFirst().orElseThrow().path().fileName();
        List<FileEntry> slowly =
                TREE.files().filter(file -> file.path().fileName().equals(name)).toList();
        assertThat(TREE.matching(FilePattern.named(name)).toList()).isEqualTo(slowly);
    }

    @Test
    void everyDirectoryStandsBehindTheOneThatHoldsIt() {
        Set<ImagePath> seen = new HashSet<>(Set.of(ImagePath.ROOT));
        TREE.directories().forEach(directory -> {
            assertThat(seen).contains(directory.path().parent());
            assertThat(seen.add(directory.path())).isTrue();
        });
        assertThat(seen).hasSize(TREE.directoryCount() + 1);
    }

    @Test
    void aDeepPathIsWhole() {
        assertThat(TREE.matching(FilePattern.named("deep"))
                        .map(file -> file.path().toString()))
                .containsExactly("/" + "d0".repeat(120) + "/" + "e1".repeat(120) + "/deep");
    }
}
