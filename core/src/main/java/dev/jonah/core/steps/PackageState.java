package dev.jonah.core.steps;

import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The packages of a database after some layer, each with the number of times that it is there. */
final class PackageState {
    private final Map<Purl, Integer> counts = new HashMap<>();
    private long size;

    static PackageState of(List<SoftwarePackage> packages) {
        PackageState state = new PackageState();
        packages.forEach(state::add);
        return state;
    }

    void add(SoftwarePackage software) {
        counts.merge(software.purl(), 1, Integer::sum);
        size++;
    }

    long size() {
        return size;
    }

    boolean contains(Purl purl) {
        return counts.containsKey(purl);
    }

    /** What its packages are called. */
    Set<String> names() {
        return counts.keySet().stream().map(PackageState::name).collect(Collectors.toSet());
    }

    /** What a package is called, whatever its version and architecture. */
    static String name(Purl purl) {
        return purl.type() + "/" + purl.namespace() + "/" + purl.name();
    }

    /**
     * Tells each package that this state has and {@code below} has not, and the other way round, in pairs where one took
     * the place of the other: those of the same name and architecture, then those of the same name.
     */
    void compare(PackageState below, BiConsumer<@Nullable Purl, @Nullable Purl> change) {
        Map<String, Replaced> byName = new TreeMap<>();
        below.counts.forEach((purl, count) -> {
            for (int i = counts.getOrDefault(purl, 0); i < count; i++) {
                byName.computeIfAbsent(name(purl), key -> new Replaced()).before.add(purl);
            }
        });
        counts.forEach((purl, count) -> {
            for (int i = below.counts.getOrDefault(purl, 0); i < count; i++) {
                byName.computeIfAbsent(name(purl), key -> new Replaced()).after.add(purl);
            }
        });
        byName.values().forEach(replaced -> replaced.pair(change));
    }

    /** Packages of one name that went and came. */
    private static final class Replaced {
        private final List<Purl> before = new ArrayList<>();
        private final List<Purl> after = new ArrayList<>();

        void pair(BiConsumer<@Nullable Purl, @Nullable Purl> change) {
            before.sort(null);
            after.sort(null);
            TreeSet<String> architectures = new TreeSet<>();
            before.forEach(purl -> architectures.add(architecture(purl)));
            for (String architecture : architectures) {
                pair(of(architecture, before), of(architecture, after), change);
            }
            pair(List.copyOf(before), List.copyOf(after), change);
            before.forEach(gone -> change.accept(gone, null));
            after.forEach(come -> change.accept(null, come));
        }

        private void pair(List<Purl> gone, List<Purl> come, BiConsumer<@Nullable Purl, @Nullable Purl> change) {
            for (int i = 0; i < Math.min(gone.size(), come.size()); i++) {
                change.accept(gone.get(i), come.get(i));
                before.remove(gone.get(i));
                after.remove(come.get(i));
            }
        }

        private static List<Purl> of(String architecture, List<Purl> purls) {
            return purls.stream()
                    .filter(purl -> architecture(purl).equals(architecture))
                    .toList();
        }

        private static String architecture(Purl purl) {
            return purl.qualifiers().getOrDefault("arch", "");
        }
    }
}
