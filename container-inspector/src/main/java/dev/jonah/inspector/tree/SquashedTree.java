package dev.jonah.inspector.tree;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tree after one layer: a filter over the versions of every path. Its list of files is made when first asked for. */
public final class SquashedTree implements FileTree {
    private final Node root;
    private final NameIndex names;
    private final int layer;
    private volatile @Nullable Listing listing;

    SquashedTree(Node root, NameIndex names, int layer) {
        this.root = root;
        this.names = names;
        this.layer = layer;
    }

    private record Listing(List<FileEntry> files, List<FileEntry> directories) {}

    @Override
    public Optional<FileEntry> find(ImagePath path) {
        Node node = node(path);
        return node == null ? Optional.empty() : Optional.ofNullable(node.visibleAt(layer));
    }

    @Override
    public ImagePath canonical(ImagePath path) {
        // Most parents are plain directories: then the path is canonical as it is.
        Node node = root;
        List<RawText> parts = path.parts();
        for (int i = 0; i < parts.size() - 1; i++) {
            node = node.child(parts.get(i).latin1());
            TreeEntry entry = node == null ? null : node.visibleAt(layer);
            if (node == null || entry == null || entry.type() == EntryType.SYMLINK) {
                return FileTree.super.canonical(path);
            }
        }
        return path;
    }

    @Override
    public List<FileEntry> children(ImagePath directory) {
        Node node = node(directory);
        if (node == null) {
            return List.of();
        }
        List<FileEntry> children = new ArrayList<>();
        for (Node child : node.children()) {
            TreeEntry entry = child.visibleAt(layer);
            if (entry != null) {
                children.add(entry);
            }
        }
        children.sort(Comparator.comparing(entry -> ((TreeEntry) entry).node().name()));
        return children;
    }

    @Override
    public Stream<FileEntry> files() {
        return listing().files.stream();
    }

    @Override
    public int fileCount() {
        return listing().files.size();
    }

    @Override
    public int directoryCount() {
        return listing().directories.size();
    }

    @Override
    public Stream<FileEntry> directories() {
        return listing().directories.stream();
    }

    @Override
    public Stream<FileEntry> matching(FilePattern pattern) {
        List<FileEntry> found = new ArrayList<>();
        for (FilePattern.Term term : pattern.terms()) {
            String name = NameIndex.nameOf(term);
            if (name != null) {
                found.addAll(named(name, term));
            } else if (term.kind() == FilePattern.Kind.BELOW) {
                found.addAll(below(ImagePath.of(RawText.ofLatin1(term.text()))));
            } else {
                return files().filter(pattern::matches);
            }
        }
        return found.stream().sorted(Comparator.comparing(FileEntry::path)).distinct();
    }

    private List<FileEntry> named(String name, FilePattern.Term term) {
        List<FileEntry> found = new ArrayList<>();
        for (Node node : names.named(name)) {
            TreeEntry entry = node.visibleAt(layer);
            if (entry != null && !entry.isDirectory() && term.matches(entry.path())) {
                found.add(entry);
            }
        }
        return found;
    }

    private List<FileEntry> below(ImagePath directory) {
        List<FileEntry> files = listing().files;
        if (directory.isRoot()) {
            return files;
        }
        String prefix = directory.latin1() + "/";
        int low = 0;
        int high = files.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (files.get(middle).path().latin1().compareTo(prefix) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int end = low;
        while (end < files.size() && files.get(end).path().latin1().startsWith(prefix)) {
            end++;
        }
        return files.subList(low, end);
    }

    private @Nullable Node node(ImagePath path) {
        String text = path.latin1();
        Node node = root;
        for (int start = 1; start < text.length(); ) {
            int slash = text.indexOf('/', start);
            int end = slash < 0 ? text.length() : slash;
            node = node.child(text.substring(start, end));
            if (node == null) {
                return null;
            }
            start = end + 1;
        }
        return node;
    }

    private Listing listing() {
        Listing known = listing;
        if (known == null) {
            known = list();
            listing = known; // made twice at worst, and equal
        }
        return known;
    }

    /** Walks in the bytewise order of whole paths: a directory stands where its name with a slash does. */
    private Listing list() {
        List<FileEntry> files = new ArrayList<>();
        List<FileEntry> directories = new ArrayList<>();
        Deque<TreeEntry> open = new ArrayDeque<>();
        TreeEntry top = root.visibleAt(layer);
        if (top != null) {
            open.push(top);
        }
        while (!open.isEmpty()) {
            TreeEntry entry = open.pop();
            if (!entry.isDirectory()) {
                files.add(entry);
                continue;
            }
            if (entry != top) {
                directories.add(entry);
            }
            List<TreeEntry> children = new ArrayList<>();
            for (Node child : entry.node().children()) {
                TreeEntry visible = child.visibleAt(layer);
                if (visible != null) {
                    children.add(visible);
                }
            }
            children.sort(SquashedTree::compareBackwards);
            children.forEach(open::push);
        }
        return new Listing(List.copyOf(files), List.copyOf(directories));
    }

    private static int compareBackwards(TreeEntry a, TreeEntry b) {
        String left = a.node().name();
        String right = b.node().name();
        if (a.isDirectory() && right.startsWith(left)) {
            return right.charAt(left.length()) - '/';
        }
        if (b.isDirectory() && left.startsWith(right)) {
            return '/' - left.charAt(right.length());
        }
        return right.compareTo(left);
    }
}
