package dev.jonah.appdb.node;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.node.format.PnpMapReader;
import dev.jonah.appdb.node.format.PnpPackage;
import dev.jonah.appdb.node.format.PnpPackage.Target;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The maps of Yarn's Plug'n'Play in an image: where its packages lie, in archives or directories, and what each of them may
 * require.
 *
 * @param byMap the places of each map, by the map's path
 */
record PnpMaps(Map<ImagePath, Map<ImagePath, Place>> byMap) {
    static final FilePattern FILES = FilePattern.named(".pnp.cjs", ".pnp.data.json", ".pnp.js");

    private record Key() {}

    /**
     * A place where one or more packages of a map lie; more than one are the same under other peers.
     *
     * @param archived the directory in the archive, as {@code node_modules/accepts/}; null if it lies in none
     * @param reference of the first of them
     * @param meant the files by which those are found that it may require
     */
    record Place(
            @Nullable String name,
            @Nullable String reference,
            @Nullable String archived,
            Set<ImagePath> meant) {}

    /** All maps of an image, read once. */
    static PnpMaps of(PackageScan scan) throws IOException {
        return scan.once(new Key(), () -> {
            Map<ImagePath, Map<ImagePath, Place>> all = new HashMap<>();
            for (FileEntry file : scan.tree().matching(FILES).toList()) {
                Content content = file.type().isRegular() ? file.content() : null;
                ImagePath base = file.path().parent();
                if (content != null && base != null) {
                    all.put(file.path(), places(read(file, content, scan), base, scan.tree()));
                }
            }
            return new PnpMaps(all);
        });
    }

    private static List<PnpPackage> read(FileEntry file, Content content, PackageScan scan) throws IOException {
        try {
            return PnpMapReader.read(content.open());
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            String reason = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
            scan.diagnostics()
                    .warning("yarn.pnp.map", file.path(), file.path() + " holds no map that can be read: " + reason);
            return List.of();
        }
    }

    private static Map<ImagePath, Place> places(List<PnpPackage> packages, ImagePath base, FileTree tree) {
        Map<Target, PnpLocation> byTarget = new HashMap<>();
        for (PnpPackage each : packages) {
            if (each.name() != null && each.reference() != null) {
                byTarget.put(new Target(each.name(), each.reference()), PnpLocation.of(each.location(), base, tree));
            }
        }
        Map<ImagePath, Place> places = new LinkedHashMap<>();
        for (PnpPackage each : packages) {
            PnpLocation location = PnpLocation.of(each.location(), base, tree);
            Place place = places.get(location.manifest());
            if (place == null || place.name == null) {
                Set<ImagePath> meant = place == null ? new LinkedHashSet<>() : place.meant;
                place = new Place(each.name(), each.reference(), location.archived(), meant);
                places.put(location.manifest(), place);
            }
            for (Target target : each.dependencies()) {
                PnpLocation other = byTarget.get(target);
                if (other != null && !other.manifest().equals(location.manifest())) {
                    place.meant.add(other.manifest());
                }
            }
        }
        return places;
    }

    /** What a package found by this file may require; null if no map knows it. */
    @Nullable
    List<ImagePath> meant(ImagePath manifest) {
        for (Map<ImagePath, Place> places : byMap.values()) {
            Place place = places.get(manifest);
            if (place != null) {
                return new ArrayList<>(place.meant);
            }
        }
        return null;
    }
}
