package dev.jonah.core.steps;

import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.pipeline.PackageFacts;
import dev.jonah.pipeline.PackageFacts.Found;
import dev.jonah.pipeline.VerdictFacts.Line;
import dev.jonah.result.DeclaredPackage;
import dev.jonah.result.PackageResult;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The packages of a result: they get their ids here, in the order of the result, and learn of each other. The number of a
 * package is its place among the installed ones of all facts; claims go by it.
 */
final class PackageResults {
    private final List<Found> installed = new ArrayList<>();
    private final List<Found> declared = new ArrayList<>();
    private final Map<ImagePath, Line> lines = new HashMap<>();
    private final List<Integer> order;
    private final List<Integer> orderOfDeclared;
    private final String[] ids;
    private final Declarations declarations;
    private final Instances instances = new Instances();

    PackageResults(List<PackageFacts> facts, List<Line> lines) {
        for (PackageFacts each : facts) {
            installed.addAll(each.packages());
            declared.addAll(each.declared());
        }
        declarations = new Declarations(declared, installed);
        order = order(installed, number -> true);
        orderOfDeclared = order(declared, number -> !declarations.isInstalled(declared.get(number)));
        ids = ids("p", order, installed.size());
        if (Instances.areWanted(installed) || Instances.areWanted(declared)) {
            learnInstances();
        }
        learnLines(lines);
    }

    /** By package URL, then where found. */
    private static List<Integer> order(List<Found> packages, IntPredicate filter) {
        return IntStream.range(0, packages.size())
                .filter(filter)
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer i) -> packages.get(i).found().purl())
                        .thenComparing(i -> packages.get(i).found().foundAt().toString())
                        .thenComparing(i -> packages.get(i).plugin())
                        .thenComparing(i -> i))
                .toList();
    }

    private static String[] ids(String prefix, List<Integer> order, int size) {
        String[] ids = new String[size];
        for (int i = 0; i < order.size(); i++) {
            ids[order.get(i)] = prefix + (i + 1);
        }
        return ids;
    }

    private void learnInstances() {
        order.forEach(number -> instances.add(installed.get(number), ids[number]));
        String[] idsOfDeclared = ids("d", orderOfDeclared, declared.size());
        for (int i = 0; i < declared.size(); i++) {
            Integer instance = declarations.instance(declared.get(i));
            String id = instance == null ? idsOfDeclared[i] : ids[instance];
            if (id != null) {
                instances.add(declared.get(i), id);
            }
        }
    }

    /** Only what is asked for later: files by which packages were found that a system package may have installed. */
    private void learnLines(List<Line> all) {
        Set<ImagePath> wanted = new HashSet<>();
        for (List<Found> packages : List.of(installed, declared)) {
            for (Found each : packages) {
                if (each.found().kind() != Kind.SYSTEM) {
                    wanted.addAll(each.found().foundAt());
                }
            }
        }
        for (Line line : wanted.isEmpty() ? List.<Line>of() : all) {
            if (wanted.contains(line.path())) {
                lines.put(line.path(), line);
            }
        }
    }

    /** How many installed packages there are. */
    int size() {
        return installed.size();
    }

    /** The installed packages by number. */
    PackageResult[] byNumber(FileCounts counts) {
        PackageResult[] results = new PackageResult[installed.size()];
        for (int i = 0; i < results.length; i++) {
            Found found = installed.get(i);
            results[i] = new PackageResult(
                    ids[i],
                    found.found(),
                    found.plugin(),
                    found.layer(),
                    instances.of(found),
                    provider(found),
                    declarations.of(found),
                    counts.claimed[i],
                    counts.verified[i],
                    counts.modified[i],
                    counts.missing[i]);
        }
        return results;
    }

    /** The installed packages in the order of the result. */
    List<PackageResult> sorted(PackageResult[] byNumber) {
        return order.stream().map(i -> byNumber[i]).toList();
    }

    /** Declared packages that are not installed, in the order of the result. */
    List<DeclaredPackage> declared() {
        List<DeclaredPackage> results = new ArrayList<>();
        for (int number : orderOfDeclared) {
            Found found = declared.get(number);
            String id = "d" + (results.size() + 1);
            results.add(new DeclaredPackage(
                    id, found.found(), found.plugin(), found.layer(), instances.of(found), provider(found)));
        }
        return results;
    }

    /** The system package that owns a file by which a package was found that is none of the system's. */
    private @Nullable String provider(Found found) {
        if (found.found().kind() == Kind.SYSTEM) {
            return null;
        }
        for (ImagePath path : found.found().foundAt()) {
            Line line = lines.get(path);
            for (Integer claimant : line == null ? List.<Integer>of() : line.claimants()) {
                if (installed.get(claimant).found().kind() == Kind.SYSTEM) {
                    return ids[claimant];
                }
            }
        }
        return null;
    }
}
