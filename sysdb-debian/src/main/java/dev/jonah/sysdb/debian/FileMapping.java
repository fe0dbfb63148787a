package dev.jonah.sysdb.debian;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.sysdb.debian.format.Conffile;
import dev.jonah.sysdb.debian.format.FileListReader;
import dev.jonah.sysdb.debian.format.Md5sumsReader;
import dev.jonah.sysdb.debian.format.RecordedDigest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns lists and checksums into what packages promise. As dpkg does, it goes by the list: a path that only the checksums
 * have was taken over by another package. Where there is no list at all, the checksums say which files there are.
 * Checksums and scripts that a later layer wrote are not the package's.
 */
final class FileMapping {
    private final Files files;
    private final InfoFiles info;
    private final StatusDirectory statusDirectory;
    private final Promises promises;
    private long promised;

    FileMapping(Database database, Files files, StatusDirectory statusDirectory) {
        this.files = files;
        this.info = new InfoFiles(files.tree(), database.file("info"));
        this.statusDirectory = statusDirectory;
        this.promises = new Promises(database, files);
    }

    void promise(Installed found, SoftwarePackage.Builder to) {
        Map<String, FileEntry> own = new TreeMap<>(info.of(found));
        FileEntry list = own.get("list");
        int layer = own.entrySet().stream()
                .filter(file -> file.getKey().equals("list") || file.getKey().equals("md5sums"))
                .mapToInt(file -> file.getValue().layer())
                .min()
                .orElse(Integer.MAX_VALUE);
        own.values().removeIf(file -> isLater(file, list, found));
        own.values().forEach(file -> add(to, own("dpkg.info", file)));
        FileEntry beside = found.record();
        FileEntry checksums = own.get("md5sums");
        if (beside != null) {
            add(to, own("dpkg.status-d", beside));
            FileEntry sums = statusDirectory.checksums(beside, found.name());
            if (sums != null && !isLater(sums, beside, found)) {
                add(to, own("dpkg.status-d", sums));
                checksums = sums;
            }
        }
        if (list == null && beside == null) {
            String message = "package " + found.name() + " has no list of files";
            files.diagnostics().warning("dpkg.list.missing", found.foundAt(), message);
        }
        promise(found, readable(list), readable(checksums), layer, to);
    }

    private void promise(
            Installed found,
            @Nullable FileEntry list,
            @Nullable FileEntry checksums,
            int layer,
            SoftwarePackage.Builder to) {
        List<RecordedDigest> recorded = files.entries(checksums, Md5sumsReader::read);
        Map<RawText, RecordedDigest> digests = new HashMap<>();
        recorded.forEach(entry -> digests.put(entry.path(), entry));
        Map<RawText, Conffile> conffiles = new HashMap<>();
        found.stanza().conffiles().forEach(conffile -> conffiles.put(conffile.path(), conffile));
        List<RawText> paths = list == null
                ? recorded.stream().map(RecordedDigest::path).distinct().toList()
                : files.entries(list, FileListReader::read);
        Promises.Of of = promises.of(found, list, checksums, layer, paths);
        for (RawText path : paths) {
            add(to, of.promise(path, digests.get(path), conffiles.remove(path)));
        }
        of.reportLater();
        // Configuration that the list has no more, or that has no list.
        for (Conffile conffile : new ArrayList<>(conffiles.values())) {
            add(to, of.leftConffile(conffile));
        }
    }

    /**
     * Whether a layer above that of the package's first file wrote this one. dpkg writes them together and never writes
     * checksums or scripts again, so somebody else did: what it says is not the package's.
     */
    private boolean isLater(FileEntry file, @Nullable FileEntry first, Installed found) {
        if (first == null || file.layer() <= first.layer()) {
            return false;
        }
        String message = "is not what package " + found.name() + " was installed with: layer " + file.layer()
                + " wrote it, and layer " + first.layer() + " " + first.path().fileName();
        files.diagnostics().warning("dpkg.info.later", file.path(), message);
        return true;
    }

    private void add(SoftwarePackage.Builder to, @Nullable PackageFile promise) {
        long most = files.scan().limits().get(Limits.Name.ENTRIES);
        if (promise == null || promised > most) {
            return;
        }
        if (++promised > most) {
            String message =
                    new LimitExceededException(Limits.Name.ENTRIES, most, "the number of listed files").getMessage();
            files.diagnostics().error("dpkg.limit", null, String.valueOf(message));
            return;
        }
        to.file(promise);
    }

    private @Nullable FileEntry readable(@Nullable FileEntry file) {
        if (file == null) {
            return null;
        }
        ImagePath path = file.path();
        FileEntry target = files.file(path);
        if (target == null) {
            files.diagnostics().error("dpkg.unreadable", path, "cannot be read: there is no regular file");
        }
        return target;
    }

    /** A file of the database that is this package's; what is in it is recorded nowhere. */
    private static PackageFile own(String rule, FileEntry file) {
        return PackageFile.at(file.path(), rule).type(EntryType.FILE).build();
    }
}
