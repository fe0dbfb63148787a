package dev.jonah.cli;

import dev.jonah.packages.Purl;
import dev.jonah.result.DeclaredPackage;
import dev.jonah.result.PackageResult;
import dev.jonah.result.ScanResult;
import dev.jonah.value.ImagePath;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What files of an image declare.
 *
 * @param files those files
 * @param installed package URLs of what they declare and what is installed
 * @param absent package URLs of what they declare and what is not installed
 */
record Declared(Set<ImagePath> files, Set<Purl> installed, Set<Purl> absent) {
    /** What all files of an image declare. */
    static Declared of(ScanResult result) {
        Declared all = new Declared(new HashSet<>(), new HashSet<>(), new TreeSet<>());
        for (PackageResult found : result.packages()) {
            if (!found.declaredAt().isEmpty()) {
                all.files.addAll(found.declaredAt());
                all.installed.add(found.software().purl());
            }
        }
        for (DeclaredPackage found : result.declared()) {
            all.files.addAll(found.software().foundAt());
            all.absent.add(found.software().purl());
        }
        return all;
    }

    /** What one file declares. */
    static Declared at(ImagePath file, ScanResult result) {
        Declared some = new Declared(new HashSet<>(), new HashSet<>(), new TreeSet<>());
        for (PackageResult found : result.packages()) {
            if (found.declaredAt().contains(file)) {
                some.installed.add(found.software().purl());
            }
        }
        for (DeclaredPackage found : result.declared()) {
            if (found.software().foundAt().contains(file)) {
                some.absent.add(found.software().purl());
            }
        }
        return some;
    }

    boolean isEmpty() {
        return installed.isEmpty() && absent.isEmpty();
    }

    /** {@code 312 packages, 4 of them not installed}. */
    String counts(String where) {
        int all = installed.size() + absent.size();
        String packages = all + (all == 1 ? " package" : " packages") + where;
        return absent.isEmpty()
                ? packages + ", all installed"
                : installed.isEmpty()
                        ? packages + ", none installed"
                        : packages + ", " + absent.size() + " of them not installed";
    }

    /** The same with the number of files. */
    String countsWithFiles() {
        return counts(" in " + files.size() + (files.size() == 1 ? " file" : " files"));
    }
}
