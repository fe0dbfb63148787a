package dev.jonah.sysdb.debian;

import dev.jonah.image.FileEntry;
import dev.jonah.sysdb.debian.format.DpkgPackage;
import dev.jonah.sysdb.debian.format.PackageStatus;
import dev.jonah.sysdb.debian.format.Reading;
import dev.jonah.sysdb.debian.format.StatusReader;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the packages of a database: those of {@code status}, changed by the journal {@code updates}, of which the last
 * word on a package counts; and those of {@code status.d}.
 */
final class Stanzas {
    private final Files files;
    private final Map<String, Installed> packages = new LinkedHashMap<>();
    private @Nullable IOException failure;

    Stanzas(Files files) {
        this.files = files;
    }

    /** Reads {@code status}. */
    void addStatus(FileEntry status) {
        List<DpkgPackage> stanzas = read(status);
        if (stanzas.stream().anyMatch(DpkgPackage::isVcpkg)) {
            files.diagnostics().info("dpkg.status.foreign", status.path(), "this is a database of vcpkg, not of dpkg");
            return;
        }
        for (DpkgPackage stanza : stanzas) {
            Installed found = named(stanza, status, null);
            if (found != null && packages.put(found.key(), found) != null) {
                String message = "package " + found.key() + " stands there twice; the last one counts";
                files.diagnostics().warning("dpkg.status.twice", status.path(), message);
            }
        }
    }

    /** Applies what dpkg had not yet written to {@code status} when it was stopped. */
    void addJournal(List<FileEntry> updates) {
        for (FileEntry update : updates) {
            List<DpkgPackage> stanzas = read(update);
            String message = "dpkg was stopped before it had written " + stanzas.size() + " changes to its status";
            files.diagnostics().info("dpkg.updates", update.path(), message);
            for (DpkgPackage stanza : stanzas) {
                Installed found = named(stanza, update, null);
                if (found != null) {
                    packages.put(found.key(), found);
                }
            }
        }
    }

    /** Reads a file of {@code status.d}. */
    void addRecord(FileEntry record) {
        FileEntry file = files.file(record.path());
        if (file == null) {
            files.diagnostics().error("dpkg.unreadable", record.path(), "cannot be read: there is no regular file");
            return;
        }
        for (DpkgPackage stanza : read(file)) {
            Installed found = named(stanza, file, record);
            if (found != null) {
                packages.put(record.path() + " " + found.key(), found);
            }
        }
    }

    /** Those of which files are there. */
    Collection<Installed> installed() {
        return packages.values().stream().filter(this::hasFiles).toList();
    }

    /** Why a file could not be read to its end, or null. */
    @Nullable
    IOException failure() {
        return failure;
    }

    private List<DpkgPackage> read(FileEntry file) {
        Reading<DpkgPackage> reading = files.read(file, StatusReader::read);
        IOException e = reading.failure();
        if (e != null) {
            failure = Failures.add(failure, e, file.path(), files.scan().limits());
        }
        return reading.entries();
    }

    private @Nullable Installed named(DpkgPackage stanza, FileEntry file, @Nullable FileEntry record) {
        ImagePath path = file.path();
        files.report(path, stanza.problems());
        String name = stanza.name();
        if (name == null) {
            if (!stanza.stanza().fields().isEmpty()) {
                files.diagnostics().error("dpkg.status.no-name", path, "a package without a name");
            }
            return null;
        }
        return new Installed(stanza, name, path, record);
    }

    private boolean hasFiles(Installed found) {
        PackageStatus status = found.stanza().status();
        if (status == null || !status.isKnown()) {
            if (found.record() != null && found.stanza().text("Status") == null) {
                return true;
            }
            String message = "package " + found.name() + " has no status that dpkg knows, and was left out";
            files.diagnostics().warning("dpkg.status.unknown", found.foundAt(), message);
            return false;
        }
        if (status.hasFiles() && !status.state().equals("installed")) {
            String message = "package " + found.name() + " is not wholly installed but " + status.state();
            files.diagnostics().warning("dpkg.status.incomplete", found.foundAt(), message);
        }
        return status.hasFiles();
    }
}
