package com.example.pacman;

import com.example.pacman.format.MtreeEntry;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileTree;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageFile.Difference;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns one path of a package into a promise. */
final class FileMapping {
    private static final ImagePath CONFIGURATION = ImagePath.of("/etc");

    private final Description of;
    private final Map<ImagePath, Digest> backup;
    private final Configuration configuration;
    private final FileTree tree;

    /** @param backup the package's configuration, each with its checksum or null */
    FileMapping(Description of, Map<ImagePath, Digest> backup, Configuration configuration, FileTree tree) {
        this.of = of;
        this.backup = backup;
        this.configuration = configuration;
        this.tree = tree;
    }

    ImagePath directory() {
        return of.directory();
    }

    /** A path of which nothing but the name is known, and of configuration a checksum. */
    PackageFile listed(ImagePath path, RawText name) {
        PackageFile.Builder promise = PackageFile.at(path, "pacman.files")
                .type(isDirectory(name) ? EntryType.DIRECTORY : null)
                .digest(backup.get(path))
                .source(of.file("files"));
        return finish(path, name, promise);
    }

    /** A path that {@code mtree} describes. */
    PackageFile recorded(ImagePath path, RawText name, MtreeEntry entry, ImagePath mtree) {
        EntryType type = type(entry.text("type"));
        Digest digest = OwnFiles.digest(entry);
        PackageFile.Builder promise = PackageFile.at(path, "pacman.mtree")
                .type(type)
                .size(type == EntryType.FILE ? entry.number("size") : null)
                .digest(digest != null ? digest : backup.get(path))
                .target(type == EntryType.SYMLINK ? entry.keywords().get("link") : null)
                .mode(type == EntryType.SYMLINK ? null : entry.mode())
                .uid(entry.number("uid"))
                .gid(entry.number("gid"))
                .owner(entry.text("uname"))
                .group(entry.text("gname"))
                .modified(type == EntryType.DIRECTORY ? null : entry.seconds())
                .source(mtree);
        return finish(path, name, promise);
    }

    private PackageFile finish(ImagePath path, RawText name, PackageFile.Builder promise) {
        String relative = name.toString();
        if (backup.containsKey(path)) {
            promise.ifDifferent(Difference.CONFIG_EDITED)
                    .ifMissing(MissingClass.CONFIG_REMOVED)
                    .note("a backup file of its package");
        } else {
            PathRules.Rule kept = configuration.noUpgrade().match(relative);
            if (kept != null) {
                // It excuses an old version. Outside of /etc that is no configuration, and what was changed should show.
                promise.note("kept as it was by " + kept);
                promise.ifDifferent(
                        path.startsWith(CONFIGURATION) ? Difference.CONFIG_EDITED : Difference.MODIFIED);
            }
        }
        if (tree.find(tree.canonical(path)).isEmpty()) {
            PathRules.Rule left = configuration.noExtract().match(relative);
            if (left != null) {
                promise.ifMissing(MissingClass.EXCLUDED_DOC)
                        .note("left out by " + left)
                        .source(left.file());
            }
        }
        return promise.build();
    }

    private static boolean isDirectory(RawText name) {
        return name.latin1().endsWith("/");
    }

    private static @Nullable EntryType type(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "file" -> EntryType.FILE;
            case "dir" -> EntryType.DIRECTORY;
            case "link" -> EntryType.SYMLINK;
            case "char" -> EntryType.CHAR;
            case "block" -> EntryType.BLOCK;
            case "fifo" -> EntryType.FIFO;
            case "socket" -> EntryType.SOCKET;
            default -> null;
        };
    }
}
