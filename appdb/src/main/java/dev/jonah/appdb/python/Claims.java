package dev.jonah.appdb.python;

import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files that one distribution claims, each path once. */
final class Claims {
    /** Ten times what the largest distributions hold. */
    private static final int MOST = 1_000_000;

    private final Map<ImagePath, PackageFile> files = new LinkedHashMap<>();
    private final ImagePath list;
    private final PackageScan scan;
    private boolean full;

    /** Claims that {@code list} states. */
    Claims(ImagePath list, PackageScan scan) {
        this.list = list;
        this.scan = scan;
    }

    /**
     * What {@code path} means from {@code base}; null, with a diagnostic, if it is the root or {@code ..} leads out of the
     * image, which no installer writes.
     */
    @Nullable
    ImagePath locate(ImagePath base, RawText path) {
        boolean absolute = path.latin1().startsWith("/");
        ImagePath located = base.resolve(path);
        if (located.isRoot() || (absolute ? ImagePath.ROOT : base).escapes(path)) {
            scan.diagnostics()
                    .warning("python.files.outside", list, list + " lists " + path + ", which is not inside the image");
            return null;
        }
        return located;
    }

    /** Adds a claim. Of two on one path the one with a digest stays; two digests that differ are reported. */
    void add(PackageFile file) {
        PackageFile before = files.get(file.path());
        if (before == null && files.size() >= MOST) {
            if (!full) {
                full = true;
                scan.diagnostics().error("python.files.count", list, list + " lists more than " + MOST + " files");
            }
            return;
        }
        if (before == null || before.digest() == null) {
            files.put(file.path(), file);
        } else if (file.digest() != null && !file.digest().equals(before.digest())) {
            scan.diagnostics()
                    .warning(
                            "python.files.twice",
                            list,
                            list + " lists " + file.path() + " twice with different hashes; the first counts");
        }
    }

    /** Adds a claim without a digest for each of these files beside the metadata that exists. */
    void addPresent(Place place, List<String> names, String rule) {
        for (String name : names) {
            ImagePath path = place.beside(name);
            if (path != null
                    && scan.tree().find(path).filter(e -> !e.isDirectory()).isPresent()) {
                add(PackageFile.at(path, rule).source(place.manifest()).build());
            }
        }
    }

    /** All claims, in the order of the list. */
    Collection<PackageFile> files() {
        return files.values();
    }
}
