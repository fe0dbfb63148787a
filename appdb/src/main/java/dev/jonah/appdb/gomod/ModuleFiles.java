package dev.jonah.appdb.gomod;

import dev.jonah.appdb.gomod.format.DirectoryHash;
import dev.jonah.appdb.java.zip.DamagedZipException;
import dev.jonah.appdb.java.zip.ZipArchive;
import dev.jonah.appdb.java.zip.ZipCursor;
import dev.jonah.appdb.java.zip.ZipEntryHead;
import dev.jonah.appdb.java.zip.ZipEntryStream;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a module claims. If the archive is there and has the recorded hash, the unpacked files are compared with it, one
 * by one. Without it they are hashed together: if that is the recorded hash, each is what it should be; if not, nobody
 * can tell which of them is not, and all are merely owned.
 */
final class ModuleFiles {
    private final Place place;
    private final ImagePath hash;
    private final String recorded;
    private final PackageScan scan;
    private final Map<ImagePath, PackageFile> claims = new LinkedHashMap<>();
    private long bytes;

    private ModuleFiles(Place place, ImagePath hash, String recorded, PackageScan scan) {
        this.place = place;
        this.hash = hash;
        this.recorded = recorded;
        this.scan = scan;
    }

    static Collection<PackageFile> of(Place place, ImagePath hash, String recorded, PackageScan scan)
            throws IOException {
        ModuleFiles files = new ModuleFiles(place, hash, recorded, scan);
        for (String suffix : List.of(Place.HASH, ".info", ".lock", ".mod", ".zip")) {
            ImagePath path = place.record(suffix);
            if (scan.tree().find(path).filter(e -> !e.isDirectory()).isPresent()) {
                files.claims.put(
                        path,
                        PackageFile.at(path, "go.module-record").source(hash).build());
            }
        }
        Map<String, Digest> archived = files.archived();
        if (archived != null) {
            files.compare(archived);
        } else {
            files.compareTogether();
        }
        return files.claims.values();
    }

    /** Digests of the archive's entries by name below the module; null if it is not there or not the recorded one. */
    private @Nullable Map<String, Digest> archived() throws IOException {
        ImagePath archive = place.record(".zip");
        Content content =
                scan.tree().resolveFile(archive).map(FileEntry::content).orElse(null);
        if (content == null) {
            return null;
        }
        Map<String, Digest> digests = new LinkedHashMap<>();
        DirectoryHash together = new DirectoryHash();
        String prefix = place.prefix();
        try (SeekableByteChannel channel = content.openChannel()) {
            ZipArchive zip = ZipArchive.in(channel);
            ZipCursor entries = zip.entries();
            for (ZipEntryHead entry; (entry = entries.next()) != null; ) {
                String name = entry.name().latin1();
                Digest digest = digest(zip, entry);
                if (digest == null || !name.startsWith(prefix) || entry.escapes()) {
                    return noArchive(archive + " holds what no archive of a module does: " + name);
                }
                together.add(name, digest);
                digests.put(name.substring(prefix.length()), digest);
            }
        } catch (DamagedZipException e) {
            return noArchive(archive + " is damaged: " + e.getMessage());
        }
        return together.value().equals(recorded)
                ? digests
                : noArchive(archive + " is not the archive whose hash was recorded");
    }

    private void compare(Map<String, Digest> archived) {
        ImagePath directory = place.directory();
        // Modules whose archive alone was wanted are not unpacked.
        if (scan.tree().find(directory).isEmpty()) {
            return;
        }
        archived.forEach((name, digest) -> {
            ImagePath path = directory.resolve(RawText.ofLatin1(name));
            if (path.startsWith(directory) && !path.equals(directory)) {
                verified(path, digest);
            }
        });
    }

    private void compareTogether() throws IOException {
        Map<ImagePath, Digest> digests = new LinkedHashMap<>();
        DirectoryHash together = new DirectoryHash();
        ImagePath directory = place.directory();
        int below = directory.latin1().length() + 1;
        for (FileEntry file : files(directory)) {
            Content content = file.content();
            bytes += file.size();
            if (content == null || bytes > scan.limits().get(Limits.Name.PARSER_BYTES)) {
                digests.clear();
                break;
            }
            Digest digest = content.digest(Digest.Algorithm.SHA256);
            together.add(place.prefix() + file.path().latin1().substring(below), digest);
            digests.put(file.path(), digest);
        }
        if (!digests.isEmpty() && together.value().equals(recorded)) {
            digests.forEach(this::verified);
            return;
        }
        List<FileEntry> files = files(directory);
        if (!files.isEmpty()) {
            String message = directory + " as a whole is not what was recorded";
            scan.diagnostics().warning("go.module-cache.differs", hash, message);
        }
        for (FileEntry file : files) {
            claims.put(
                    file.path(),
                    PackageFile.at(file.path(), "go.module-directory")
                            .note("by directory: the module as a whole is not what was recorded")
                            .source(hash)
                            .build());
        }
    }

    private List<FileEntry> files(ImagePath directory) {
        List<FileEntry> files = new ArrayList<>();
        Deque<ImagePath> left = new ArrayDeque<>(List.of(directory));
        while (!left.isEmpty()) {
            for (FileEntry child : scan.tree().children(left.pop())) {
                if (child.isDirectory()) {
                    left.push(child.path());
                } else {
                    files.add(child);
                }
            }
        }
        return files;
    }

    private void verified(ImagePath path, Digest digest) {
        claims.put(
                path,
                PackageFile.at(path, "go.module-hash")
                        .type(EntryType.FILE)
                        .digest(digest)
                        .source(hash)
                        .build());
    }

    /** Of the content; null if it cannot be had, or more was unpacked than a parser may read. */
    private @Nullable Digest digest(ZipArchive zip, ZipEntryHead entry) throws IOException {
        bytes += Math.max(0, entry.size());
        if (entry.isDirectory() || entry.isEncrypted() || bytes > scan.limits().get(Limits.Name.PARSER_BYTES)) {
            return null;
        }
        MessageDigest digest = Digest.Algorithm.SHA256.newMessageDigest();
        try (ZipEntryStream in = zip.open(entry)) {
            byte[] buffer = new byte[16 * 1024];
            for (int n; (n = in.read(buffer, 0, buffer.length)) > 0; ) {
                digest.update(buffer, 0, n);
            }
            return in.damage() == null ? Digest.of(Digest.Algorithm.SHA256, digest.digest()) : null;
        }
    }

    /** Nothing can be told by the archive, and why. */
    private @Nullable Map<String, Digest> noArchive(String message) {
        scan.diagnostics().warning("go.module-cache.archive", hash, message);
        return null;
    }
}
