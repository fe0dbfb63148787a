package dev.jonah.core.steps;

import dev.jonah.packages.Purl;
import dev.jonah.pipeline.PackageFacts.Found;
import dev.jonah.value.ImagePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which declared packages are installed: those with the package URL of an installed one. What such URLs say of where a
 * package comes from, or who speaks of it, does not count; and who declares no version means any.
 */
final class Declarations {
    private static final Set<String> LABELS = Set.of(
            "checksum", "distro", "download_url", "file_name", "package-id", "repository_url", "upstream", "vcs_url");
    /** Of the files that declare one package; otherwise many such files and many instances would give a huge result. */
    private static final int MOST_PATHS = 100;

    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private final Map<String, Group> groups = new HashMap<>();
    private boolean anyVersion;

    /** All that is declared under one name and version, or under one name. */
    private static final class Group {
        private final TreeSet<ImagePath> paths = new TreeSet<>();
        private int installed = NONE;
    }

    /** Costs next to nothing where nothing is declared. */
    Declarations(List<Found> declared, List<Found> installed) {
        for (Found each : declared) {
            boolean withVersion = each.found().purl().version() != null;
            anyVersion |= !withVersion;
            groups.computeIfAbsent(key(each, withVersion), key -> new Group())
                    .paths
                    .addAll(each.found().foundAt());
        }
        for (int i = 0; i < installed.size() && !groups.isEmpty(); i++) {
            int number = i;
            groups(installed.get(i)).forEach(group -> group.installed = group.installed == NONE ? number : SEVERAL);
        }
    }

    /** What speaks of an installed package. */
    private Stream<Group> groups(Found installed) {
        Group exact = groups.get(key(installed, true));
        Group byName =
                anyVersion && installed.found().purl().version() != null ? groups.get(key(installed, false)) : null;
        return Stream.of(exact, byName).flatMap(Stream::ofNullable);
    }

    /** What two package URLs of one package have in common. */
    private static String key(Found found, boolean withVersion) {
        Purl purl = found.found().purl();
        boolean python = purl.type().equals("pypi");
        if (withVersion && purl.qualifiers().isEmpty() && !python) {
            return purl.toString();
        }
        // Names of one Python package may differ in these signs, and its own metadata may have others than a lock file.
        String name = python ? purl.name().replaceAll("[-_.]+", "-") : purl.name();
        Purl.Builder key = Purl.of(purl.type(), name)
                .namespace(purl.namespace())
                .version(withVersion ? purl.version() : null)
                .subpath(purl.subpath());
        purl.qualifiers().forEach((label, value) -> key.qualifier(label, LABELS.contains(label) ? null : value));
        return key.build().toString();
    }

    /** The files that declare an installed package, by path; the first if there are very many. */
    List<ImagePath> of(Found installed) {
        return groups.isEmpty()
                ? List.of()
                : groups(installed)
                        .flatMap(group -> group.paths.stream().limit(MOST_PATHS))
                        .sorted()
                        .distinct()
                        .limit(MOST_PATHS)
                        .toList();
    }

    private int installed(Found declared) {
        Group group = groups.get(key(declared, declared.found().purl().version() != null));
        return group == null ? NONE : group.installed;
    }

    /** Whether a declared package is installed too. */
    boolean isInstalled(Found declared) {
        return installed(declared) != NONE;
    }

    /** The number of the installed package that a declared one is; null if there is none or more than one. */
    @Nullable
    Integer instance(Found declared) {
        int number = installed(declared);
        return number < 0 ? null : number;
    }
}
