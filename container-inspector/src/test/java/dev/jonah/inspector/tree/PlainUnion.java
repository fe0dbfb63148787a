package dev.jonah.inspector.tree;

import dev.jonah.image.EntryType;
import dev.jonah.image.LayerEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The union of layers as the specification words it, without a thought for speed: extract the layer on its own into an
 * empty directory, delete from the tree below what its whiteouts name, lay the one over the other. Trees are maps from path
 * to what is there: {@code d}, {@code f:NUMBER}, {@code l:TARGET}. Names have no {@code ..}.
 */
final class PlainUnion {
    private static final String WHITEOUT = ".wh.";

    private Map<String, String> tree = new TreeMap<>();

    Map<String, String> tree() {
        return tree;
    }

    void apply(List<LayerEntry> layer) {
        Set<String> dropped = new HashSet<>();
        Map<String, String> own = extract(layer, dropped);
        Map<String, String> next = new TreeMap<>(tree);
        for (LayerEntry entry : layer) {
            String path = "/" + entry.name().latin1().replaceAll("/$", "");
            String directory = path.substring(0, path.lastIndexOf('/'));
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (name.equals(".wh..wh..opq")) {
                delete(next, directory + "/");
                next.computeIfPresent(directory, (key, was) -> "d");
            } else if (name.startsWith(WHITEOUT)) {
                String target = directory + "/" + name.substring(WHITEOUT.length());
                next.remove(target);
                delete(next, target + "/");
            }
        }
        dropped.forEach(path -> delete(next, path + "/"));
        next.putAll(own);
        tree = next;
    }

    /**
     * What the layer alone is, whiteouts left out; links met on the way to a name are followed. What is not a directory
     * drops what lower layers have below it, even if the layer itself puts a directory in its place later.
     */
    private static Map<String, String> extract(List<LayerEntry> layer, Set<String> dropped) {
        Map<String, String> own = new HashMap<>();
        for (LayerEntry entry : layer) {
            String name = entry.name().latin1().replaceAll("/$", "");
            if (name.substring(name.lastIndexOf('/') + 1).startsWith(WHITEOUT)) {
                continue;
            }
            String path = place(own, name);
            String was = own.get(path);
            boolean directory = entry.type() == EntryType.DIRECTORY;
            if (was != null && !(directory && was.equals("d"))) {
                own.remove(path);
                delete(own, path + "/");
            }
            if (!directory) {
                dropped.add(path);
            }
            own.put(
                    path,
                    directory
                            ? "d"
                            : entry.type() == EntryType.SYMLINK ? "l:" + entry.target() : "f:" + entry.modified());
        }
        return own;
    }

    private static String place(Map<String, String> own, String name) {
        Deque<String> rest = new ArrayDeque<>(List.of(name.split("/")));
        String here = "";
        int hops = 0;
        while (rest.size() > 1) {
            String next = here + "/" + rest.pop();
            String was = own.get(next);
            if (was != null && was.startsWith("l:") && ++hops <= 40) {
                String[] target = was.substring(2).split("/");
                for (int i = target.length - 1; i >= 0; i--) {
                    if (!target[i].isEmpty()) {
                        rest.push(target[i]);
                    }
                }
                here = was.startsWith("l:/") ? "" : here;
            } else {
                if (was == null || !was.equals("d")) {
                    own.put(next, "d");
                }
                here = next;
            }
        }
        return here + "/" + rest.pop();
    }

    private static void delete(Map<String, String> from, String prefix) {
        from.keySet().removeIf(path -> path.startsWith(prefix));
    }
}
