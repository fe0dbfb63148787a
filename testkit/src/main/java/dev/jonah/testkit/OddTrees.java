package dev.jonah.testkit;

import dev.jonah.image.FileEntry;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Trees like a given one, except for one thing that no plugin should trip over. */
final class OddTrees {
    private static final String ELSEWHERE = "/moved-by-the-contract";

    private OddTrees() {}

    /** Something else where {@code path} has a file. */
    static List<FakeTree> inPlaceOf(ImagePath path, FakeTree tree) {
        String name = path.toString();
        List<Consumer<FakeTreeBuilder>> odd = List.of(
                b -> b.directory(name),
                b -> b.fifo(name),
                b -> b.socket(name),
                b -> b.character(name, 1, 3),
                b -> b.symlink(name, "/no/such/file"),
                b -> b.symlink(name, name),
                b -> b.symlink(name, "/"),
                b -> b.fileWithoutBytes(name),
                b -> b.without(name));
        List<FakeTree> trees = new ArrayList<>();
        for (Consumer<FakeTreeBuilder> change : odd) {
            FakeTreeBuilder builder = copy(tree, ImagePath.ROOT);
            change.accept(builder);
            trees.add(builder.build());
        }
        return trees;
    }

    /** Every top directory moved elsewhere, with a symbolic link in its place. */
    static FakeTree behindLinks(FakeTree tree) {
        FakeTreeBuilder builder = copy(tree, ImagePath.of(ELSEWHERE));
        for (FileEntry top : tree.children(ImagePath.ROOT)) {
            if (top.isDirectory()) {
                builder.symlink(top.path(), RawText.of(ELSEWHERE.substring(1) + top.path()));
            }
        }
        return builder.build();
    }

    /** What lies in top directories goes below {@code root}, other entries stay; hard links become files. */
    private static FakeTreeBuilder copy(FakeTree tree, ImagePath root) {
        FakeTreeBuilder builder = FakeTree.builder();
        copyBelow(tree, ImagePath.ROOT, root, builder);
        return builder;
    }

    private static void copyBelow(FakeTree tree, ImagePath from, ImagePath root, FakeTreeBuilder builder) {
        for (FileEntry entry : tree.children(from)) {
            boolean stays = from.isRoot() && !entry.isDirectory();
            RawText relative = RawText.ofLatin1(entry.path().latin1().substring(1));
            builder.copy(stays ? entry.path() : root.resolve(relative), entry);
            copyBelow(tree, entry.path(), root, builder);
        }
    }
}
