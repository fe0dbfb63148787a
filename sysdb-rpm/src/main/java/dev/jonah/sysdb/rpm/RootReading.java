package dev.jonah.sysdb.rpm;

import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.sysdb.rpm.format.RpmPackage;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the databases of one root. After a change of format two may lie side by side; the one with the newest installation
 * counts, as rpm would have gone on with it, and the other one is reported.
 */
final class RootReading {
    private final ImagePath root;
    private final PackageScan scan;
    private final Promises promises;
    private final Consumer<SoftwarePackage> out;
    private final Label label;
    private final Keys keys;
    private final Set<String> handedOver = new HashSet<>();

    RootReading(ImagePath root, PackageScan scan, Promises promises, Consumer<SoftwarePackage> out) {
        this.root = root;
        this.scan = scan;
        this.promises = promises;
        this.out = out;
        this.label = root.isRoot() ? Label.of(scan.distro()) : Label.UNKNOWN;
        this.keys = new Keys(scan, root);
    }

    /** What one database holds. */
    private record Held(DatabaseFile database, Deque<RpmPackage> packages, long newest) {}

    /** Whether there was a package or a key. */
    boolean read(List<DatabaseFile> databases, RpmPackages.Failures failures) {
        if (databases.size() == 1 && !scan.wantsFiles()) {
            return stream(databases.get(0), failures);
        }
        List<Held> held = new ArrayList<>();
        for (DatabaseFile database : databases) {
            Held all = hold(database, failures);
            if (!all.packages.isEmpty()) {
                held.add(all);
            }
        }
        Held chosen = held.stream()
                .max(Comparator.comparing((Held h) -> !h.database.base()).thenComparingLong(Held::newest))
                .orElse(null);
        if (chosen == null) {
            return false;
        }
        held.remove(chosen);
        held.stream().filter(other -> !other.database.base()).forEach(other -> reportStale(other, chosen));
        keys.trustFiles();
        chosen.packages.stream()
                .filter(RpmPackage::isPublicKey)
                .forEach(key -> keys.trust(key, chosen.database.path()));
        RpmPackage next;
        while ((next = chosen.packages.poll()) != null) {
            handOver(next, chosen.database.path());
        }
        return true;
    }

    private boolean stream(DatabaseFile database, RpmPackages.Failures failures) {
        boolean[] any = {false};
        keys.trustFiles();
        headers(database, failures, found -> {
            any[0] = true;
            if (found.isPublicKey()) {
                keys.trust(found, database.path());
            }
            handOver(found, database.path());
        });
        return any[0];
    }

    private Held hold(DatabaseFile database, RpmPackages.Failures failures) {
        Deque<RpmPackage> packages = new ArrayDeque<>();
        headers(database, failures, packages::add);
        long newest = packages.stream()
                .map(RpmPackage::installTime)
                .mapToLong(time -> time == null ? 0 : time)
                .max()
                .orElse(0);
        return new Held(database, packages, newest);
    }

    private void headers(DatabaseFile database, RpmPackages.Failures failures, Consumer<RpmPackage> sink) {
        try {
            Headers.read(database, scan, sink);
        } catch (IOException e) {
            failures.add(database, e, scan);
        }
    }

    private void handOver(RpmPackage from, ImagePath database) {
        for (String problem : from.header().problems()) {
            scan.diagnostics().warning("rpm.header.entry", database, from + ": " + problem);
        }
        if (from.isPublicKey()) {
            return;
        }
        String name = from.name();
        if (name == null || name.isEmpty()) {
            scan.diagnostics().error("rpm.package.no-name", database, "a package without a name");
            return;
        }
        SoftwarePackage.Builder to = map(from, name, database);
        if (to == null) {
            return;
        }
        if (scan.wantsFiles()) {
            new Integrity(database, keys, scan.diagnostics()).check(from, to);
        }
        promises.add(from, root, database, to);
        SoftwarePackage found = to.build();
        if (handedOver.add(found.purl().toString())) {
            out.accept(found);
        } else {
            scan.diagnostics().warning("rpm.package.twice", database, from + " is recorded twice; the first counts");
        }
    }

    private SoftwarePackage.@Nullable Builder map(RpmPackage from, String name, ImagePath database) {
        try {
            return new PackageMapping(label, database).map(from, name);
        } catch (IllegalArgumentException e) {
            String message = "package '" + name + "' cannot have a package URL: " + e.getMessage();
            scan.diagnostics().error("rpm.package.name", database, message);
            return null;
        }
    }

    private void reportStale(Held other, Held chosen) {
        Set<String> counted = new HashSet<>();
        chosen.packages.forEach(p -> counted.add(p.toString()));
        long only = other.packages.stream()
                .filter(p -> !counted.contains(p.toString()))
                .count();
        String text = "left out for " + chosen.database.path() + ", which is newer: of its " + other.packages.size()
                + " packages " + only + " are not in that one";
        scan.diagnostics().warning("rpm.database.stale", other.database.path(), text);
    }
}
