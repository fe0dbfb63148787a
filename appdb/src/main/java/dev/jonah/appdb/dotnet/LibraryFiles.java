package dev.jonah.appdb.dotnet;

import dev.jonah.appdb.dotnet.format.Library;
import dev.jonah.appdb.dotnet.format.Library.Asset;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which library of a manifest each file belongs to. Several may list one: older packages whose content the runtime
 * brings as well. As .NET's host does, the one whose assembly has the highest version gets it, then by the version of
 * the file, then the first.
 */
final class LibraryFiles {
    /**
     * The files of one library.
     *
     * @param present paths in the image that exist, each with the version that the file should have; empty for none
     * @param absent where publishing would have put the others
     * @param bundled how many the bundle holds
     */
    record Files(Map<ImagePath, String> present, Set<ImagePath> absent, int bundled) {
        /** Whether one of them is there. */
        boolean isThere() {
            return bundled > 0 || !present.isEmpty();
        }
    }

    private record Claim(int library, Asset asset) {}

    private final AssetDirectory directory;
    private final List<String> outside = new ArrayList<>();
    private final Map<ImagePath, Claim> present = new LinkedHashMap<>();
    private final Map<ImagePath, Claim> absent = new LinkedHashMap<>();
    private final Map<String, Claim> bundled = new HashMap<>();

    private LibraryFiles(AssetDirectory directory) {
        this.directory = directory;
    }

    /** Finds the files of these libraries. */
    static LibraryFiles of(List<Library> libraries, AssetDirectory directory) {
        LibraryFiles files = new LibraryFiles(directory);
        for (int i = 0; i < libraries.size(); i++) {
            for (Asset asset : libraries.get(i).assets()) {
                files.add(new Claim(i, asset));
            }
        }
        // What is there for one library is not missing for another.
        files.absent.keySet().removeAll(files.present.keySet());
        return files;
    }

    /** The files of each library that has any, by its index. */
    Map<Integer, Files> byLibrary() {
        Map<Integer, Files> found = new HashMap<>();
        present.forEach((path, claim) -> files(claim, found).present().put(path, version(claim)));
        absent.forEach((path, claim) -> files(claim, found).absent().add(path));
        Map<Integer, Integer> counts = new HashMap<>();
        bundled.values().forEach(claim -> counts.merge(claim.library(), 1, Integer::sum));
        counts.forEach((library, count) -> found.merge(
                library,
                new Files(Map.of(), Set.of(), count),
                (files, more) -> new Files(files.present(), files.absent(), more.bundled())));
        return found;
    }

    /** Paths that lead out of the application's directory. */
    Collection<String> outside() {
        return outside;
    }

    private static String version(Claim claim) {
        String version = claim.asset().fileVersion();
        return version == null ? "" : version;
    }

    private static Files files(Claim claim, Map<Integer, Files> found) {
        return found.computeIfAbsent(
                claim.library(), library -> new Files(new LinkedHashMap<>(), new LinkedHashSet<>(), 0));
    }

    private void add(Claim claim) {
        List<String> places = AssetPlace.of(claim.asset());
        if (places.isEmpty()) {
            outside.add(claim.asset().path());
            return;
        }
        for (String place : places) {
            if (directory.isBundled(place)) {
                bundled.merge(place, claim, LibraryFiles::better);
                return;
            }
            ImagePath path = directory.path(place);
            if (directory.has(path)) {
                present.merge(path, claim, LibraryFiles::better);
                return;
            }
        }
        absent.merge(directory.path(places.get(0)), claim, LibraryFiles::better);
    }

    private static Claim better(Claim first, Claim second) {
        int order = AssemblyVersion.compare(
                first.asset().assemblyVersion(), second.asset().assemblyVersion());
        if (order == 0) {
            order = AssemblyVersion.compare(
                    first.asset().fileVersion(), second.asset().fileVersion());
        }
        return order < 0 ? second : first;
    }
}
