package dev.jonah.appdb.r;

import dev.jonah.appdb.r.format.ChecksumList;
import dev.jonah.appdb.support.Directory;
import dev.jonah.appdb.support.Hierarchy;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageFile.Difference;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a package of R claims. A list of checksums that names {@code Meta/package.rds} is of the installed files, and
 * all there is. One that does not is of the sources: files that are installed as they are may be compared with it, and
 * may differ, since configuring a package changes some. Without a list that counts, all in the directory is claimed.
 */
final class PackageFiles {
    private static final String LIST = "MD5";
    private static final RawText INSTALLED = RawText.of("Meta/package.rds");
    private static final List<String> UNCHANGED =
            List.of("NAMESPACE", "LICENSE", "LICENCE", "COPYING", "NEWS", "NEWS.md", "CITATION");

    private final ImagePath directory;
    private final ImagePath list;
    private final PackageScan scan;
    private final Map<ImagePath, PackageFile> claims = new LinkedHashMap<>();

    private PackageFiles(ImagePath directory, PackageScan scan) {
        this.directory = directory;
        this.list = directory.resolve(LIST);
        this.scan = scan;
    }

    static Collection<PackageFile> of(ImagePath directory, PackageScan scan) throws IOException {
        PackageFiles files = new PackageFiles(directory, scan);
        ChecksumList checksums = files.checksums();
        if (checksums != null && checksums.digests().containsKey(INSTALLED)) {
            files.claims.put(
                    files.list,
                    PackageFile.at(files.list, "r.checksums.unhashed")
                            .note("the list, which cannot hold its own checksum")
                            .build());
            checksums.digests().forEach((path, digest) -> files.compare(path, digest, Difference.MODIFIED));
        } else {
            if (checksums != null) {
                checksums.digests().forEach(files::source);
            }
            files.all();
        }
        return files.claims.values();
    }

    private @Nullable ChecksumList checksums() throws IOException {
        Content content = scan.tree().resolveFile(list).map(FileEntry::content).orElse(null);
        if (content == null) {
            return null;
        }
        try {
            ChecksumList read = ChecksumList.read(content.open(), scan.limits());
            if (read.malformed() > 0) {
                scan.diagnostics()
                        .warning("r.checksums.line", list, read.malformed() + " lines of " + list + " are malformed");
            }
            return read;
        } catch (LimitExceededException e) {
            scan.diagnostics().error("r.checksums.limit", list, list + " was not read: " + e.getMessage());
            return null;
        }
    }

    /** A file of the sources, if it is installed as it is. */
    private void source(RawText path, Digest digest) {
        String text = path.latin1();
        RawText installed = text.startsWith("inst/") ? path.substring("inst/".length()) : path;
        if (text.startsWith("inst/") || UNCHANGED.contains(text)) {
            ImagePath place = directory.resolve(installed);
            if (scan.tree().find(place).filter(e -> !e.isDirectory()).isPresent()) {
                compare(installed, digest, Difference.EXPECTED);
            }
        }
    }

    private void compare(RawText path, Digest digest, Difference ifDifferent) {
        ImagePath place = directory.resolve(path);
        if (directory.escapes(path) || !place.startsWith(directory) || place.equals(directory)) {
            scan.diagnostics()
                    .warning("r.checksums.path", list, list + " lists " + path + ", which is outside of the package");
            return;
        }
        claims.put(
                place,
                PackageFile.at(place, "r.checksums")
                        .type(EntryType.FILE)
                        .digest(digest)
                        .ifDifferent(ifDifferent)
                        .source(list)
                        .build());
    }

    private void all() {
        if (Hierarchy.isShared(directory)) {
            return;
        }
        Directory.claim(
                directory,
                scan.tree(),
                "r.directory",
                "by directory: R records no list of files",
                other -> false,
                file -> claims.putIfAbsent(file.path(), file));
    }
}
