package dev.jonah.core.steps;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.pipeline.PackageChange;
import dev.jonah.pipeline.RemovedPackage;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is left of packages that a layer removed. Their lists of files are read as of the last layer that had them: one
 * reading for all that went together.
 */
final class RemovedPackages {
    private final DatabaseReader reader;
    private final PackageHistory history;

    RemovedPackages(DatabaseReader reader, PackageHistory history) {
        this.reader = reader;
        this.history = history;
    }

    /** Of each removal what is left, by package URL. */
    List<RemovedPackage> of(List<PackageChange> removals) throws IOException {
        Map<Integer, List<PackageChange>> byLayer = new TreeMap<>();
        for (PackageChange removal : removals) {
            byLayer.computeIfAbsent(history.knownBelow(removal.layer()), key -> new ArrayList<>())
                    .add(removal);
        }
        List<Integer> layers = List.copyOf(byLayer.keySet());
        List<RemovedPackage> removed = new ArrayList<>();
        reader.tasks().run(layers.size(), i -> {
            int last = layers.get(i);
            List<RemovedPackage> some = read(last, byLayer.getOrDefault(last, List.of()));
            synchronized (removed) {
                removed.addAll(some);
            }
        });
        return removed.stream().sorted().toList();
    }

    private List<RemovedPackage> read(int last, List<PackageChange> removals) throws IOException {
        FileTree then = reader.image().treeAt(last);
        FileTree now = reader.image().tree();
        Map<Purl, Remains> remains = new HashMap<>();
        removals.forEach(removal -> remains.put(removal.purl(), new Remains()));
        reader.readEarlier(then, remains.keySet(), software -> {
            Remains its = remains.get(software.purl());
            if (its != null) {
                its.count(software, then, now);
            }
        });
        return removals.stream()
                .map(removal -> {
                    Remains its = remains.get(removal.purl());
                    return describe(removal, last, its != null && its.found ? its : null);
                })
                .toList();
    }

    private RemovedPackage describe(PackageChange removal, int last, @Nullable Remains remains) {
        return new RemovedPackage(
                removal.purl(),
                removal.plugin(),
                history.layerOf(removal.purl(), last),
                removal.layer(),
                remains == null ? null : remains.hiddenFiles,
                remains == null ? null : remains.hiddenBytes,
                remains == null ? null : remains.visibleFiles);
    }

    /** The files of one package that were there with it: hidden now, or visible still. */
    private static final class Remains {
        private final Set<ImagePath> counted = new HashSet<>();
        private boolean found;
        private int hiddenFiles;
        private long hiddenBytes;
        private int visibleFiles;

        void count(SoftwarePackage software, FileTree then, FileTree now) {
            found = true;
            for (PackageFile promise : software.files()) {
                ImagePath path = then.canonical(promise.path());
                FileEntry entry = then.find(path).orElse(null);
                if (entry == null || entry.isDirectory() || !counted.add(path)) {
                    continue;
                }
                if (now.find(path).filter(e -> e.layer() == entry.layer()).isPresent()) {
                    visibleFiles++;
                } else {
                    hiddenFiles++;
                    hiddenBytes += entry.type() == EntryType.FILE ? entry.size() : 0;
                }
            }
        }
    }
}
