package dev.jonah.sysdb.alpine;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.image.LinkResolver;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.sysdb.alpine.format.ApkDependency;
import dev.jonah.sysdb.alpine.format.ApkInstalledReader;
import dev.jonah.sysdb.alpine.format.ApkPackage;
import dev.jonah.sysdb.alpine.format.ApkProblem;
import dev.jonah.sysdb.alpine.format.ProtectedPaths;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the databases of apk 2 and 3: {@code lib/apk/db/installed}, {@code usr/lib/apk/db/installed}, those of uvol, and
 * those of root file systems that lie inside the image. Its diagnostics begin with {@code apk.}.
 */
public final class AlpinePackages implements PackageDatabase {
    /** Called by the service loader. */
    public AlpinePackages() {}

    @Override
    public String id() {
        return "jonah.sysdb.alpine";
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "apk 2 and 3",
                "`lib/apk/db/installed`, `usr/lib/apk/db/installed`, uvol's, and beside them `world`,"
                        + " scripts, triggers, repositories",
                "every path of the database; configuration is what `protected_paths.d` says",
                "checksum of content or link target (SHA-1, SHA-256 whole or cut short, MD5 in very old"
                        + " databases), mode, owner, the checksum of all attributes");
    }

    @Override
    public boolean presentIn(FileTree tree) {
        return !Database.findAll(tree).isEmpty();
    }

    @Override
    public void read(PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        IOException failure = null;
        for (Database database : Database.findAll(scan.tree())) {
            FileEntry file = database.file();
            try {
                if (file == null) {
                    notAFile(database, scan.diagnostics());
                } else {
                    read(database, file, scan, out);
                }
            } catch (IOException e) {
                // The other databases are readable all the same.
                IOException named = named(e, database, scan.limits());
                if (failure == null) {
                    failure = named;
                } else {
                    failure.addSuppressed(named);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static IOException named(IOException e, Database database, Limits limits) {
        return e instanceof LimitExceededException limit
                ? new LimitExceededException(
                        limit.limit(),
                        limits.get(limit.limit()),
                        database.path().toString())
                : new IOException(database.path() + ": " + e.getMessage(), e);
    }

    private static void read(Database database, FileEntry file, PackageScan scan, Consumer<SoftwarePackage> out)
            throws IOException {
        List<ApkPackage> stanzas = new ArrayList<>();
        IOException failure = readStanzas(file, scan, stanzas);
        BesideDatabase beside = BesideDatabase.read(database, scan);
        PackageMapping packages = new PackageMapping(label(database, scan), database.path(), beside);
        FileMapping files = scan.wantsFiles()
                ? new FileMapping(
                        scan.tree(),
                        database,
                        protectedPaths(database, scan),
                        new DirectoryOwners(stanzas),
                        scan.diagnostics())
                : null;
        for (ApkPackage stanza : stanzas) {
            reportProblems(stanza, database.path(), scan.diagnostics());
            String name = stanza.name();
            if (name == null) {
                if (!stanza.fields().isEmpty() || !stanza.files().isEmpty()) {
                    scan.diagnostics().error("apk.installed.no-name", database.path(), "a package without a name");
                }
                continue;
            }
            if (stanza.version() == null) {
                scan.diagnostics()
                        .warning("apk.installed.no-version", database.path(), "package " + name + " has no version");
            }
            SoftwarePackage.Builder found;
            try {
                found = packages.map(stanza, name);
            } catch (IllegalArgumentException e) {
                String message = "package '" + name + "' cannot have a package URL: " + e.getMessage();
                scan.diagnostics().error("apk.installed.name", database.path(), message);
                continue;
            }
            if (files != null) {
                files.promise(stanza, found);
            }
            out.accept(found.build());
        }
        reportNotInstalled(stanzas, beside, database, scan.diagnostics());
        if (failure != null) {
            throw failure;
        }
    }

    private static Label label(Database database, PackageScan scan) {
        if (database.root().isRoot()) {
            return Label.of(scan.distro());
        }
        try {
            return Label.of(OsRelease.below(database.root(), scan.tree(), scan.limits()));
        } catch (IOException e) {
            String message = "the distribution of the root " + database.root() + " is unknown: " + e.getMessage();
            scan.diagnostics().warning("apk.unreadable", database.path(), message);
            return Label.UNKNOWN;
        }
    }

    private static @Nullable IOException readStanzas(FileEntry file, PackageScan scan, List<ApkPackage> out) {
        Content content = file.content();
        if (content == null) {
            return new IOException("the layer does not hold its bytes");
        }
        try (ApkInstalledReader reader = scan.wantsFiles()
                ? new ApkInstalledReader(content.open(), scan.limits())
                : ApkInstalledReader.withoutFiles(content.open(), scan.limits())) {
            ApkPackage next;
            while ((next = reader.read()) != null) {
                out.add(next);
            }
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private static ProtectedPaths protectedPaths(Database database, PackageScan scan) {
        ProtectedPaths paths = ProtectedPaths.DEFAULTS;
        ImagePath directory = database.at("etc/apk/protected_paths.d");
        FileEntry entry = scan.tree().resolve(directory).orElse(null);
        List<FileEntry> lists = entry == null ? List.of() : scan.tree().children(entry.path());
        for (FileEntry list : lists) {
            FileEntry file = scan.tree().resolveFile(list.path()).orElse(null);
            Content content = file == null ? null : file.content();
            if (content == null || !list.path().fileName().endsWith(".list")) {
                continue;
            }
            try (var in = content.open()) {
                paths = paths.and(in, scan.limits());
            } catch (IOException e) {
                scan.diagnostics().error("apk.unreadable", list.path(), "cannot be read: " + e.getMessage());
            }
        }
        return paths;
    }

    private static void reportProblems(ApkPackage stanza, ImagePath path, Diagnostics diagnostics) {
        for (ApkProblem problem : stanza.problems()) {
            String owner = stanza.name() == null ? "" : " (package " + stanza.name() + ")";
            String message = "line " + problem.line() + owner + ": " + problem.message();
            switch (problem.kind()) {
                case MALFORMED -> diagnostics.warning("apk.installed.line", path, message);
                case UNKNOWN -> diagnostics.warning("apk.installed.unknown", path, message);
            }
        }
    }

    private static void reportNotInstalled(
            List<ApkPackage> stanzas, BesideDatabase beside, Database database, Diagnostics diagnostics) {
        Set<String> known = new HashSet<>();
        for (ApkPackage stanza : stanzas) {
            known.add(String.valueOf(stanza.name()));
            for (String provided : stanza.words('p')) {
                ApkDependency dependency = ApkDependency.parse(provided);
                if (dependency != null) {
                    known.add(dependency.name());
                }
            }
        }
        beside.requested().forEach((name, text) -> {
            if (!known.contains(name)) {
                String message = text + " was asked for and is not installed";
                diagnostics.info("apk.world.not-installed", database.path(), message);
            }
        });
    }

    private static void notAFile(Database database, Diagnostics diagnostics) {
        String why = database.outcome() == LinkResolver.Outcome.LOOP
                ? "its links are circular"
                : database.outcome() == LinkResolver.Outcome.DANGLING
                        ? "the link leads to nothing in the image"
                        : "there is no regular file at its end";
        diagnostics.warning(
                "apk.installed.not-a-file",
                database.path(),
                "package database is not a file: " + database.path() + ", " + why);
    }
}
