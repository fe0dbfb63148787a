package dev.jonah.sysdb.debian;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageFile.Difference;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.sysdb.debian.format.Conffile;
import dev.jonah.sysdb.debian.format.OpkgFile;
import dev.jonah.sysdb.debian.format.OpkgListReader;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files beside opkg's {@code status}, and what they make packages promise. */
final class OpkgFiles {
    private static final String[] KINDS = {"control", "list", "conffiles", "preinst", "postinst", "prerm", "postrm"};
    private static final int TYPE = 0170000;

    /**
     * A database.
     *
     * @param status its status file
     * @param root directory that the paths in it are relative to
     */
    record Place(FileEntry status, ImagePath root) {
        /** The root is what stands before {@code lib/opkg} and before the directory of the root that that lies in. */
        static Place of(ImagePath place, FileEntry status) {
            String path = place.latin1();
            String root = path.substring(0, path.length() - "/lib/opkg/status".length());
            for (String usual : new String[] {"/usr", "/var", "/opt"}) {
                if (root.endsWith(usual)) {
                    root = root.substring(0, root.length() - usual.length());
                    break;
                }
            }
            return new Place(status, ImagePath.of(RawText.ofLatin1(root)));
        }
    }

    private final ImagePath info;
    private final ImagePath root;
    private final Files files;

    OpkgFiles(Place place, Files files) {
        ImagePath directory = place.status.path().parent();
        this.info = (directory == null ? ImagePath.ROOT : directory).resolve("info");
        this.root = place.root;
        this.files = files;
    }

    @Nullable
    FileEntry control(Installed found) {
        return file(found, "control");
    }

    void promise(Installed found, SoftwarePackage.Builder to) {
        for (String kind : KINDS) {
            FileEntry file = file(found, kind);
            if (file != null) {
                to.file(PackageFile.at(file.path(), "opkg.info")
                        .type(EntryType.FILE)
                        .build());
            }
        }
        FileEntry list = file(found, "list");
        if (list == null) {
            String message = "package " + found.name() + " has no list of files";
            files.diagnostics().warning("dpkg.list.missing", found.foundAt(), message);
            return;
        }
        Map<RawText, Conffile> conffiles = new HashMap<>();
        found.stanza().conffiles().forEach(conffile -> conffiles.put(conffile.path(), conffile));
        for (OpkgFile file : files.entries(list, OpkgListReader::read)) {
            if (!Promises.climbs(file.path())) {
                to.file(promise(file, conffiles.get(file.path()), list.path()));
            } else {
                String message = "the list of " + found.name() + " names a path with '..'";
                files.diagnostics().warning("dpkg.list.outside", list.path(), message);
            }
        }
    }

    private PackageFile promise(OpkgFile file, @Nullable Conffile conffile, ImagePath list) {
        ImagePath path = root.resolve(RawText.ofLatin1(file.path().latin1().substring(1)));
        PackageFile.Builder promise = PackageFile.at(path, conffile == null ? "opkg.list" : "opkg.conffile")
                .type(type(file, path))
                .target(file.target())
                .mode(file.target() == null ? file.mode() : null);
        if (conffile == null) {
            return promise.source(list).build();
        }
        return promise.digest(conffile.digest())
                .ifDifferent(Difference.CONFIG_EDITED)
                .ifMissing(MissingClass.CONFIG_REMOVED)
                .note("a configuration file")
                .build();
    }

    /** What the list says, or else whether a directory is there. */
    private @Nullable EntryType type(OpkgFile file, ImagePath path) {
        Integer mode = file.mode();
        EntryType recorded = switch (mode == null ? 0 : mode & TYPE) {
            case 0100000 -> EntryType.FILE;
            case 0120000 -> EntryType.SYMLINK;
            case 0040000 -> EntryType.DIRECTORY;
            default -> null;
        };
        if (recorded != null) {
            return recorded;
        }
        boolean directory = files.tree()
                .find(files.tree().canonical(path))
                .filter(FileEntry::isDirectory)
                .isPresent();
        return directory ? EntryType.DIRECTORY : null;
    }

    private @Nullable FileEntry file(Installed found, String kind) {
        String name = RawText.of(found.name()).latin1();
        return name.indexOf('/') >= 0 ? null : files.file(info.resolve(RawText.ofLatin1(name + "." + kind)));
    }
}
