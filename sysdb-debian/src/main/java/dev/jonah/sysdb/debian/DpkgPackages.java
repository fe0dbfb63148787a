package dev.jonah.sysdb.debian;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.image.LinkResolver;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.sysdb.debian.format.DpkgPackage;
import dev.jonah.sysdb.debian.format.ExtendedState;
import dev.jonah.sysdb.debian.format.StatusReader;
import dev.jonah.sysdb.debian.format.Trigger;
import dev.jonah.sysdb.debian.format.TriggersReader;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the databases of dpkg: {@code var/lib/dpkg/status} with its journal, {@code status.d} of distroless images, the
 * lists and checksums in {@code info}, and those of root file systems that lie inside the image. Its diagnostics begin
 * with {@code dpkg.}.
 */
public final class DpkgPackages implements PackageDatabase {
    /** Called by the service loader. */
    public DpkgPackages() {}

    @Override
    public String id() {
        return "jonah.sysdb.dpkg";
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "dpkg",
                "`var/lib/dpkg/status` with its journal, `info`, diversions, statoverrides, alternatives,"
                        + " apt's `extended_states`; the exclusions of `dpkg.cfg`; in distroless images `status.d` with"
                        + " or without `.md5sums`",
                "every path of a package's list, under the name that a diversion gives it; in distroless"
                        + " images the paths that have a checksum, and without any only the record itself",
                "MD5 of content from `md5sums`, of configuration from `status`. dpkg records no type, link"
                        + " target, mode or owner, and no checksum of some files: links and those are `OWNED`. A"
                        + " statoverride gives mode and owner");
    }

    @Override
    public boolean presentIn(FileTree tree) {
        return !Database.findAll(tree).isEmpty();
    }

    @Override
    public void read(PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        IOException failure = null;
        for (Database database : Database.findAll(scan.tree())) {
            IOException other = read(database, new Files(scan), out);
            if (failure == null) {
                failure = other;
            } else if (other != null) {
                failure.addSuppressed(other);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Hands over what can be read; returns why that is not all, or null. */
    private static @Nullable IOException read(Database database, Files files, Consumer<SoftwarePackage> out) {
        Stanzas stanzas = new Stanzas(files);
        FileEntry status = status(database, files);
        if (status != null) {
            stanzas.addStatus(status);
        }
        stanzas.addJournal(journal(database, files.tree()));
        StatusDirectory directory = new StatusDirectory(database, files.tree());
        directory.stanzas().forEach(stanzas::addRecord);
        Label label = database.root().isRoot() ? Label.of(files.scan().distro()) : Label.below(database.root(), files);
        PackageMapping packages = new PackageMapping(label, automatic(database, files));
        FileMapping promises = files.scan().wantsFiles() ? new FileMapping(database, files, directory) : null;
        for (Installed found : stanzas.installed()) {
            if (found.stanza().version() == null) {
                String message = "package " + found.name() + " has no version";
                files.diagnostics().warning("dpkg.status.no-version", found.foundAt(), message);
            }
            SoftwarePackage.Builder to;
            try {
                to = packages.map(found);
            } catch (IllegalArgumentException e) {
                String message = "package '" + found.name() + "' cannot have a package URL: " + e.getMessage();
                files.diagnostics().error("dpkg.status.name", found.foundAt(), message);
                continue;
            }
            if (promises != null && files.scan().wantsFilesOf(to.purl())) {
                promises.promise(found, to);
            }
            out.accept(to.build());
        }
        if (promises != null) {
            reportTriggers(database, files);
        }
        return stanzas.failure();
    }

    private static @Nullable FileEntry status(Database database, Files files) {
        FileTree tree = files.tree();
        if (tree.find(database.status()).isEmpty()) {
            return null;
        }
        LinkResolver.Resolution leads = tree.links().resolve(database.status());
        FileEntry entry = leads.entry();
        if (entry != null && entry.type().isRegular()) {
            return entry;
        }
        String why = leads.outcome() == LinkResolver.Outcome.LOOP
                ? "its links are circular"
                : leads.outcome() == LinkResolver.Outcome.DANGLING
                        ? "the link leads to nothing in the image"
                        : "there is no regular file at its end";
        String message = "package database is not a file: " + database.status() + ", " + why;
        files.diagnostics().warning("dpkg.status.not-a-file", database.status(), message);
        return null;
    }

    /** The entries of the journal in the order in which they were written: their names are numbers of one length. */
    private static List<FileEntry> journal(Database database, FileTree tree) {
        FileEntry directory = tree.resolve(database.file("updates")).orElse(null);
        return directory == null
                ? List.of()
                : tree.children(directory.path()).stream()
                        .filter(file -> file.type().isRegular())
                        .filter(file -> file.path().fileName().matches("[0-9]+"))
                        .toList();
    }

    private static Map<String, Boolean> automatic(Database database, Files files) {
        Map<String, Boolean> automatic = new HashMap<>();
        ImagePath path = database.at("var/lib/apt/extended_states");
        for (DpkgPackage stanza : files.entries(files.file(path), StatusReader::read)) {
            ExtendedState state = ExtendedState.of(stanza);
            if (state != null) {
                String architecture = state.architecture();
                automatic.put(
                        architecture == null ? state.name() : state.name() + ":" + architecture, state.automatic());
                // Packages of no architecture stand there with that of the system.
                automatic.putIfAbsent(state.name() + ":all", state.automatic());
            }
        }
        return automatic;
    }

    private static void reportTriggers(Database database, Files files) {
        FileEntry file = files.file(database.file("triggers/Unincorp"));
        List<Trigger> pending = files.entries(file, TriggersReader::readUnincorporated);
        if (file != null && !pending.isEmpty()) {
            String message =
                    pending.size() + " triggers were set off and not yet acted upon, so that generated files may be"
                            + " stale; the first is " + pending.get(0).name();
            files.diagnostics().info("dpkg.triggers.pending", file.path(), message);
        }
    }
}
