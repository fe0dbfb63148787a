package dev.jonah.sysdb.debian;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A tree some of whose entries come from another layer than the first.
 *
 * @param of the tree
 * @param layers the layer by path
 */
record LayeredTree(FileTree of, Map<String, Integer> layers) implements FileTree {
    @Override
    public Optional<FileEntry> find(ImagePath path) {
        return of.find(path).map(this::layered);
    }

    @Override
    public List<FileEntry> children(ImagePath directory) {
        return of.children(directory).stream().map(this::layered).toList();
    }

    @Override
    public Stream<FileEntry> files() {
        return of.files().map(this::layered);
    }

    @Override
    public int fileCount() {
        return of.fileCount();
    }

    @Override
    public int directoryCount() {
        return of.directoryCount();
    }

    @Override
    public Stream<FileEntry> matching(FilePattern pattern) {
        return of.matching(pattern).map(this::layered);
    }

    private FileEntry layered(FileEntry entry) {
        Integer layer = layers.get(entry.path().toString());
        return layer == null
                ? entry
                : (FileEntry) Proxy.newProxyInstance(
                        FileEntry.class.getClassLoader(),
                        new Class<?>[] {FileEntry.class},
                        (proxy, method, arguments) -> {
                            try {
                                return method.getName().equals("layer") ? layer : method.invoke(entry, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
