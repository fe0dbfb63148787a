package dev.jonah.appdb.python;

import dev.jonah.appdb.python.format.Marker;
import dev.jonah.appdb.python.format.Requirement;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which distributions the requirements of another one mean: those of that name on its interpreter's path. Left out is what an
 * extra asks for, what a condition rules out on Linux and the Python at hand, and what is there twice.
 */
final class Requirements {
    private static final Map<String, String> LINUX =
            Map.of("os_name", "posix", "sys_platform", "linux", "platform_system", "Linux", "extra", "");

    private record TiersOf(ImagePath directory) {}

    private record NamesIn(ImagePath directory) {}

    private Requirements() {}

    /** Tells {@code out} what these fields of the distribution at {@code place} mean. */
    static void resolve(List<String> fields, Place place, PackageScan scan, SoftwarePackage.Builder out)
            throws IOException {
        ImagePath directory = directory(place);
        if (fields.isEmpty() || directory == null) {
            return;
        }
        Map<String, String> environment = environment(directory);
        Set<String> names = new LinkedHashSet<>();
        for (String field : fields) {
            Requirement requirement = Requirement.parse(field);
            if (requirement != null && !Boolean.FALSE.equals(Marker.holds(requirement.marker(), environment))) {
                names.add(Requirement.normalise(requirement.name()));
            }
        }
        for (String name : names) {
            ImagePath manifest = find(name, directory, scan);
            if (manifest != null) {
                out.resolved(manifest, null);
            }
        }
    }

    /** Where its neighbours lie. An egg is a directory of its own among them. */
    private static @Nullable ImagePath directory(Place place) {
        return place.form() == Place.Form.EGG ? place.base().parent() : place.base();
    }

    private static Map<String, String> environment(ImagePath directory) {
        SitePackages site = SitePackages.of(directory);
        String version = site == null ? null : site.version();
        if (version == null) {
            return site == null ? Map.of("extra", "") : LINUX;
        }
        Map<String, String> environment = new HashMap<>(LINUX);
        environment.put("python_version", version);
        return environment;
    }

    private static @Nullable ImagePath find(String name, ImagePath directory, PackageScan scan) throws IOException {
        List<List<ImagePath>> tiers = scan.once(new TiersOf(directory), () -> ImportPath.of(directory, scan));
        for (List<ImagePath> tier : tiers) {
            List<ImagePath> found = new ArrayList<>();
            for (ImagePath each : tier) {
                found.addAll(
                        scan.once(new NamesIn(each), () -> names(each, scan)).getOrDefault(name, List.of()));
            }
            if (!found.isEmpty()) {
                return found.size() == 1 ? found.get(0) : null;
            }
        }
        return null;
    }

    /** The manifests of all distributions in a directory by their normalised names. */
    private static Map<String, List<ImagePath>> names(ImagePath directory, PackageScan scan) {
        Map<String, List<ImagePath>> names = new HashMap<>();
        for (FileEntry child : scan.tree().children(directory)) {
            Place place = place(child, scan);
            String name = place == null ? null : place.labelName();
            if (place != null && name != null) {
                names.computeIfAbsent(Requirement.normalise(name), key -> new ArrayList<>(1))
                        .add(place.manifest());
            }
        }
        return names;
    }

    /** The distribution that an entry of such a directory is, by the best of its manifests that is there; or null. */
    private static @Nullable Place place(FileEntry child, PackageScan scan) {
        ImagePath path = child.path();
        if (!child.isDirectory()) {
            return child.type().isRegular() ? Place.of(path) : null;
        }
        String name = path.fileName();
        if (!name.endsWith(".dist-info") && !name.endsWith(".egg-info") && !name.endsWith(".egg")) {
            return null;
        }
        ImagePath directory = name.endsWith(".egg") ? path.resolve("EGG-INFO") : path;
        for (String manifest : List.of("METADATA", "PKG-INFO", "RECORD")) {
            Place place = Place.of(directory.resolve(manifest));
            if (place != null
                    && scan.tree()
                            .find(place.manifest())
                            .filter(file -> file.type().isRegular())
                            .isPresent()
                    && !place.isSecondary(scan.tree())) {
                return place;
            }
        }
        return null;
    }
}
