package dev.jonah.core.steps;

import dev.jonah.packages.SoftwarePackage.Resolved;
import dev.jonah.pipeline.PackageFacts.Found;
import dev.jonah.value.ImagePath;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the packages of a result that dependencies mean, by where they were found. */
final class Instances {
    private static final String SEVERAL = "";

    private final Map<Key, String> ids = new HashMap<>();

    /**
     * @param which the package URL, the id of the plugin, or null for any
     */
    private record Key(ImagePath path, @Nullable String which) {}

    /** Costs nothing where no plugin told what a dependency means. */
    static boolean areWanted(List<Found> packages) {
        return packages.stream().anyMatch(each -> !each.found().resolved().isEmpty());
    }

    /** Makes a package known by its id; of several with one package URL at one place, the first counts. */
    void add(Found each, String id) {
        for (ImagePath path : each.found().foundAt()) {
            ids.putIfAbsent(new Key(path, each.found().purl().toString()), id);
            ids.merge(new Key(path, each.plugin()), id, Instances::one);
            ids.merge(new Key(path, null), id, Instances::one);
        }
    }

    private static String one(String id, String other) {
        return id.equals(other) ? id : SEVERAL;
    }

    /** The ids of what a package's dependencies mean, each once; whatever names no package, or not one alone, is left out. */
    List<String> of(Found from) {
        if (from.found().resolved().isEmpty()) {
            return List.of();
        }
        Set<String> meant = new LinkedHashSet<>();
        for (Resolved each : from.found().resolved()) {
            String id = each.purl() != null
                    ? ids.get(new Key(each.foundAt(), each.purl().toString()))
                    : only(each.foundAt(), from.plugin());
            if (id != null && !id.equals(SEVERAL)) {
                meant.add(id);
            }
        }
        return List.copyOf(meant);
    }

    /** The only package that the same plugin found there, or that any plugin did. */
    private @Nullable String only(ImagePath path, String plugin) {
        String own = ids.get(new Key(path, plugin));
        return own != null ? own : ids.get(new Key(path, null));
    }
}
