package dev.jonah.appdb.ruby;

import dev.jonah.appdb.ruby.format.GemArchive;
import dev.jonah.appdb.ruby.format.GemArchiveReader;
import dev.jonah.appdb.ruby.format.GemFile;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the archive that a gem was installed from, kept in {@code cache}, says of the files in the gem's directory. */
final class ArchiveClaims {
    private ArchiveClaims() {}

    /** Reads the archive, if there is one and it is of this gem. */
    static @Nullable GemArchive read(ImagePath path, GemIdentity gem, PackageScan scan) throws IOException {
        FileEntry file = scan.tree().find(path).orElse(null);
        Content content = file == null || !file.type().isRegular() ? null : file.content();
        if (content == null) {
            return null;
        }
        GemArchive archive;
        try {
            archive = GemArchiveReader.read(content.open(), scan.limits());
        } catch (LimitExceededException e) {
            scan.diagnostics()
                    .error("gem.archive.limit", path, "nothing is compared with " + path + ": " + e.getMessage());
            return null;
        } catch (IOException e) {
            scan.diagnostics()
                    .warning("gem.archive.damaged", path, "nothing is compared with " + path + ": " + e.getMessage());
            return null;
        }
        if (isOf(archive, gem)) {
            return archive;
        }
        scan.diagnostics()
                .warning(
                        "gem.archive.other",
                        path,
                        "nothing is compared with " + path + ", which is the archive of " + archive.name() + " "
                                + archive.version());
        return null;
    }

    /** Old archives state the platform as an object, which is not read; its name is part of that of the file. */
    private static boolean isOf(GemArchive archive, GemIdentity gem) {
        String platform = archive.platform();
        return gem.name().equals(archive.name())
                && String.valueOf(gem.version()).equals(archive.version())
                && (platform == null || platform.equals(gem.platform()));
    }

    /** Claims the files of an archive in the gem's directory. */
    static void add(GemArchive archive, ImagePath path, ImagePath directory, PackageScan scan, Claims claims) {
        String note = "content of " + path.fileName()
                + (archive.checked() ? ", which has the checksums that it states" : ", which states no checksums")
                + " and lies in the image like all else";
        Map<ImagePath, GemFile> byPath = new LinkedHashMap<>();
        for (GemFile file : archive.files()) {
            ImagePath located = directory.resolve(file.name());
            if (located.equals(directory)
                    || file.name().latin1().startsWith("/")
                    || !scan.tree().canonical(located).startsWith(directory)) {
                scan.diagnostics()
                        .warning(
                                "gem.archive.outside",
                                path,
                                path + " holds " + file.name() + ", which is not inside the gem");
                continue;
            }
            byPath.put(located, file);
        }
        byPath.forEach((located, file) -> claims.add(PackageFile.at(located, "gem.archive-content")
                .type(file.target() == null ? EntryType.FILE : EntryType.SYMLINK)
                .size(file.target() == null ? file.size() : null)
                .digest(file.digest())
                .target(file.target())
                .note(note)
                .source(path)
                .build()));
    }
}
