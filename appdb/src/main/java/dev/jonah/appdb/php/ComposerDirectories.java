package dev.jonah.appdb.php;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.php.format.ComposerInstallation;
import dev.jonah.appdb.php.format.ComposerPackage;
import dev.jonah.appdb.php.format.InstalledJsonReader;
import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the packages of one record lie, and what belongs to each. */
final class ComposerDirectories {
    private static final String BY_DIRECTORY = "by directory: Composer keeps no list of files";
    private static final int LARGEST = 1 << 20;

    private final Vendor vendor;
    private final PackageScan scan;
    private final Set<ImagePath> all = new HashSet<>();
    private final Set<ImagePath> claimed = new HashSet<>();

    private ComposerDirectories(Vendor vendor, PackageScan scan) {
        this.vendor = vendor;
        this.scan = scan;
    }

    /** The directories that a record tells of. */
    static ComposerDirectories of(Vendor vendor, ComposerInstallation installation, PackageScan scan) {
        ComposerDirectories directories = new ComposerDirectories(vendor, scan);
        directories.all.add(vendor.directory());
        directories.all.add(vendor.records());
        for (ComposerPackage each : installation.packages()) {
            ImagePath directory = directories.locate(each);
            if (directory != null) {
                directories.all.add(directory);
            }
        }
        return directories;
    }

    /** Where the record says that a package lies; null if nowhere. */
    @Nullable
    ImagePath locate(ComposerPackage each) {
        ImagePath path = locate(vendor, each);
        return path == null ? null : scan.tree().canonical(path);
    }

    /** The same, of any package of a directory of packages. */
    static @Nullable ImagePath locate(Vendor vendor, ComposerPackage each) {
        if (each.hasInstallPath()) {
            String path = each.installPath();
            return path == null || path.isEmpty() ? null : vendor.records().resolve(path);
        }
        // Composer 1 has but one place for packages, unless a plugin knows another.
        return each.name() == null || "metapackage".equals(each.type())
                ? null
                : vendor.directory().resolve(each.name());
    }

    /** Claims what lies in a package's directory. */
    void claim(ComposerPackage each, ImagePath record, SoftwarePackage.Builder out) throws IOException {
        ImagePath directory = locate(each);
        if (directory == null) {
            return;
        }
        if (!isPlausible(directory, each)) {
            scan.diagnostics()
                    .warning(
                            "composer.install-path",
                            record,
                            record + " puts " + each.name() + " into " + directory
                                    + ", where nothing tells of it; nothing there is claimed");
            return;
        }
        FileEntry there = scan.tree().find(directory).orElse(null);
        if (there != null && there.type() == EntryType.SYMLINK) {
            out.file(PackageFile.at(directory, "composer.link")
                    .note("Composer links to packages that lie in the image already")
                    .build());
            FileEntry target = scan.tree()
                    .resolve(directory)
                    .filter(FileEntry::isDirectory)
                    .orElse(null);
            if (target != null && !all.contains(target.path()) && saysSo(target.path(), each)) {
                claimBelow(target.path(), out);
            }
        } else {
            claimBelow(directory, out);
        }
    }

    /** Below the directory of packages anything goes; elsewhere in the project, what lies there must tell the same. */
    private boolean isPlausible(ImagePath directory, ComposerPackage each) throws IOException {
        if (directory.equals(vendor.directory()) || vendor.directory().startsWith(directory)) {
            return false;
        }
        if (directory.startsWith(vendor.directory())) {
            return !vendor.records().startsWith(directory);
        }
        String name = String.valueOf(each.name());
        return directory.startsWith(vendor.project())
                && !vendor.project().isRoot()
                && (name.endsWith("/" + directory.fileName()) || saysSo(directory, each));
    }

    /** Whether a directory holds a {@code composer.json} with the package's name. */
    private boolean saysSo(ImagePath directory, ComposerPackage each) throws IOException {
        Content content = scan.tree()
                .resolveFile(Vendor.description(directory))
                .map(FileEntry::content)
                .orElse(null);
        if (content == null || content.size() > LARGEST || each.name() == null) {
            return false;
        }
        try {
            String name = InstalledJsonReader.readProject(content.open()).name();
            return name != null && ComposerNames.key(name).equals(ComposerNames.key(each.name()));
        } catch (JacksonException e) {
            return false;
        }
    }

    /** Nothing is claimed twice, however many packages a record puts into one directory. */
    private void claimBelow(ImagePath directory, SoftwarePackage.Builder out) {
        if (isClaimed(directory)) {
            return;
        }
        claimed.add(directory);
        Deque<ImagePath> left = new ArrayDeque<>(List.of(directory));
        while (!left.isEmpty()) {
            for (FileEntry child : scan.tree().children(left.pop())) {
                // Another package's directory, or the link that stands for it.
                if (all.contains(child.path()) || claimed.contains(child.path())) {
                    continue;
                }
                if (child.isDirectory()) {
                    left.push(child.path());
                } else {
                    out.file(PackageFile.at(child.path(), "composer.directory")
                            .byDirectory()
                            .note(BY_DIRECTORY)
                            .build());
                }
            }
        }
    }

    /** A directory that the record names is cut out of those around it; one that a link leads to is not. */
    private boolean isClaimed(ImagePath directory) {
        if (all.contains(directory)) {
            return claimed.contains(directory);
        }
        for (ImagePath outer = directory; outer != null; outer = outer.parent()) {
            if (claimed.contains(outer)) {
                return true;
            }
        }
        return false;
    }
}
