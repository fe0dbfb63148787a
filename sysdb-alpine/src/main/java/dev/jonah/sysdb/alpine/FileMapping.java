package dev.jonah.sysdb.alpine;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.sysdb.alpine.format.ApkAcl;
import dev.jonah.sysdb.alpine.format.ApkAttributes;
import dev.jonah.sysdb.alpine.format.ApkDirectory;
import dev.jonah.sysdb.alpine.format.ApkFile;
import dev.jonah.sysdb.alpine.format.ApkPackage;
import dev.jonah.sysdb.alpine.format.ProtectedPath;
import dev.jonah.sysdb.alpine.format.ProtectedPaths;
import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the directories and files of a database into what its packages promise. */
final class FileMapping {
    private static final Set<String> KERNEL = Set.of("dev", "proc", "sys");

    private final FileTree tree;
    private final Database database;
    private final ProtectedPaths protectedPaths;
    private final DirectoryOwners directories;
    private final Diagnostics diagnostics;
    // apk run by somebody who is not root can set no owners, and opens directories to its user.
    private final boolean ownersKept;

    FileMapping(
            FileTree tree,
            Database database,
            ProtectedPaths protectedPaths,
            DirectoryOwners directories,
            Diagnostics diagnostics) {
        this.tree = tree;
        this.database = database;
        this.protectedPaths = protectedPaths;
        this.directories = directories;
        this.diagnostics = diagnostics;
        FileEntry directory = tree.find(database.directory()).orElse(null);
        ownersKept = directory == null || directory.implied() || directory.uid() == 0;
    }

    void promise(ApkPackage from, SoftwarePackage.Builder to) {
        for (ApkDirectory directory : from.directories()) {
            to.file(directory(from, directory));
        }
        for (ApkFile file : from.files()) {
            to.file(file(from, file));
        }
    }

    private PackageFile directory(ApkPackage from, ApkDirectory directory) {
        PackageFile.Builder promise = at(directory.path(), "apk.directory").type(EntryType.DIRECTORY);
        if (KERNEL.contains(directory.path().latin1().split("/", 2)[0])) {
            // Makers of images take what they find mounted there, or leave it out.
            return promise.ifMissing(MissingClass.GHOST)
                    .note("the kernel provides it at run time")
                    .build();
        }
        ApkAcl acl = directory.acl();
        if (acl != null && ownersKept && directories.owns(from, directory.path())) {
            promise.mode(acl.mode()).uid(acl.uid()).gid(acl.gid());
        }
        return promise.build();
    }

    private PackageFile file(ApkPackage from, ApkFile file) {
        RawText path = file.path();
        PackageFile.Builder promise = at(path, "apk.checksum");
        // The format does not tell files from links: whichever is there is compared with the checksum.
        promise.digest(file.checksum()).targetDigest(file.checksum());
        ApkAcl acl = file.acl();
        if (acl != null) {
            promise.mode(acl.mode());
            if (ownersKept) {
                promise.uid(acl.uid()).gid(acl.gid());
            }
        }
        ProtectedPath rule = protectedPaths.ruleFor(path);
        String note = null;
        if (rule != null && isKept(rule, file)) {
            promise.ifDifferent(PackageFile.Difference.CONFIG_EDITED).ifMissing(MissingClass.CONFIG_REMOVED);
            note = "protected by the rule " + RawText.ofLatin1(rule.text());
        }
        String attributes = acl == null || acl.attributes() == null ? null : attributes(from, file, acl.attributes());
        return promise.note(note == null ? attributes : attributes == null ? note : note + "; " + attributes)
                .build();
    }

    private boolean isKept(ProtectedPath rule, ApkFile file) {
        return switch (rule.mode()) {
            case CHANGED, ALL -> true;
            case IGNORE -> false;
            case SYMLINKS -> entry(file).map(e -> e.type() == EntryType.SYMLINK).orElse(false);
        };
    }

    /** Compares all extended attributes with their one checksum, and says how that went. */
    private @Nullable String attributes(ApkPackage from, ApkFile file, Digest recorded) {
        FileEntry entry = entry(file).orElse(null);
        if (entry == null || entry.type() == EntryType.SYMLINK || from.hasFlag('x')) {
            return null;
        }
        Digest found = ApkAttributes.checksum(entry.attributes(), recorded.algorithm());
        if (found != null && recorded.matches(found)) {
            return "extended attributes are as recorded";
        }
        String message = found == null
                ? "the extended attributes that package " + from.name() + " gives it are not there"
                : "its extended attributes are not those that package " + from.name() + " gives it";
        diagnostics.warning("apk.attributes", entry.path(), message);
        return message;
    }

    private Optional<FileEntry> entry(ApkFile file) {
        return tree.find(tree.canonical(database.root().resolve(file.path())));
    }

    private PackageFile.Builder at(RawText path, String rule) {
        return PackageFile.at(database.root().resolve(path), rule);
    }
}
