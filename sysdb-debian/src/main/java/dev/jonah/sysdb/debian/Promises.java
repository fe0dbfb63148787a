package dev.jonah.sysdb.debian;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageFile.Difference;
import dev.jonah.sysdb.debian.format.Conffile;
import dev.jonah.sysdb.debian.format.Diversion;
import dev.jonah.sysdb.debian.format.PackageStatus;
import dev.jonah.sysdb.debian.format.RecordedDigest;
import dev.jonah.sysdb.debian.format.StatOverride;
import dev.jonah.sysdb.debian.format.StatOverridesReader;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes promises of what is recorded of single paths, with all that changes them: diversions, overrides, exclusions. */
final class Promises {
    private final Database database;
    private final Files files;
    private final Diversions diversions;
    private final Exclusions exclusions;
    private final Map<RawText, StatOverride> overrides = new HashMap<>();
    // Directories are listed by every package that has something in them.
    private final Map<RawText, Optional<FileEntry>> entries = new HashMap<>();

    Promises(Database database, Files files) {
        this.database = database;
        this.files = files;
        this.diversions = new Diversions(database, files);
        this.exclusions = new Exclusions(database, files);
        FileEntry statOverride = files.file(database.file("statoverride"));
        for (StatOverride override : files.entries(statOverride, StatOverridesReader::read)) {
            overrides.putIfAbsent(override.path(), override);
        }
    }

    /** The promises of a package whose list and checksums these are, the layer that installed it, and all its paths. */
    Of of(Installed found, @Nullable FileEntry list, @Nullable FileEntry checksums, int layer, List<RawText> paths) {
        return new Of(found, list, checksums, layer, paths);
    }

    /** The promises of one package. */
    final class Of {
        private final Installed found;
        private final @Nullable ImagePath list;
        private final @Nullable ImagePath checksums;
        private final int layer;
        private final List<RawText> paths;
        private final List<ImagePath> later = new ArrayList<>();
        private final @Nullable String state;
        private @Nullable Set<String> parents;

        private Of(
                Installed found,
                @Nullable FileEntry list,
                @Nullable FileEntry checksums,
                int layer,
                List<RawText> paths) {
            this.found = found;
            this.layer = layer;
            this.paths = paths;
            this.list = list == null ? null : list.path();
            this.checksums = checksums == null ? null : checksums.path();
            PackageStatus status = found.stanza().status();
            this.state = status == null || status.isUnpacked() ? null : "the package is " + status.state();
        }

        /** What is recorded of a path as a promise; null if that promises nothing. */
        @Nullable
        PackageFile promise(RawText path, @Nullable RecordedDigest recorded, @Nullable Conffile conffile) {
            if (climbs(path)) {
                String message = "the list of " + found.name() + " names a path with '..': " + brief(path);
                files.diagnostics().warning("dpkg.list.outside", list != null ? list : checksums, message);
                return null;
            }
            Diversion diversion = diversions.of(path, found.name());
            RawText at = diversion == null ? path : diversion.to();
            Digest digest = recorded != null ? recorded.digest() : conffile != null ? conffile.digest() : null;
            PackageFile.Builder promise;
            if (digest == null && conffile == null) {
                EntryType present = typeOf(at).orElse(null);
                if (isLater(at)) {
                    return null;
                }
                boolean directory = present == EntryType.DIRECTORY || isParent(path);
                if (directory && present == EntryType.SYMLINK) {
                    // The package has a directory where the image has a link to one: it passes through.
                    return null;
                }
                promise = start(at, "dpkg.list", list).type(directory ? EntryType.DIRECTORY : null);
            } else {
                promise = recorded != null
                        ? start(at, "dpkg.md5sums", checksums)
                        : start(at, "dpkg.conffile", found.foundAt());
                promise.type(digest == null ? null : EntryType.FILE).digest(digest);
                if (conffile != null) {
                    promise.ifDifferent(Difference.CONFIG_EDITED)
                            .ifMissing(MissingClass.CONFIG_REMOVED)
                            .note("a configuration file"
                                    + (conffile.obsolete() ? " that the package has no more" : ""));
                }
            }
            StatOverride override = overrides.get(path);
            if (override != null) {
                override(promise, override);
            }
            if (diversion != null && typeOf(at).isEmpty()) {
                String by = diversion.diverter() == null ? "locally" : "by " + diversion.diverter();
                promise.ifMissing(MissingClass.DIVERTED)
                        .note("diverted from " + path + " " + by)
                        .source(diversions.source());
            }
            Exclusions.Rule rule = exclusions.ruleFor(path, digest != null);
            if (rule != null && typeOf(at).isEmpty()) {
                promise.ifMissing(MissingClass.EXCLUDED_DOC).note(rule.note()).source(rule.source());
            }
            return promise.build();
        }

        /**
         * Whether a layer above that of the package has the file that is here. dpkg did not put it there, and no checksum
         * tells that it is what dpkg put there: that the list names the path is not enough.
         */
        private boolean isLater(RawText at) {
            FileEntry entry = entryAt(at).orElse(null);
            if (entry == null || !entry.type().isRegular() || entry.layer() <= layer) {
                return false;
            }
            later.add(entry.path());
            return true;
        }

        /** Reports files that later layers brought, once all promises are made. */
        void reportLater() {
            if (!later.isEmpty()) {
                String message = later.size() + " files that package " + found.name()
                        + " lists without a checksum come from later layers than the package: they are not its own";
                files.diagnostics().warning("dpkg.list.later", later.get(0), message);
            }
        }

        /** A configuration file that only the package's own record names: it is the package's if it is there. */
        @Nullable
        PackageFile leftConffile(Conffile conffile) {
            if (climbs(conffile.path()) || typeOf(conffile.path()).orElse(EntryType.DIRECTORY) == EntryType.DIRECTORY) {
                return null;
            }
            return promise(conffile.path(), null, conffile);
        }

        /** Whether the package has something below this path; the list itself does not tell what is a directory. */
        private boolean isParent(RawText path) {
            if (parents == null) {
                parents = new HashSet<>();
                for (RawText other : paths) {
                    String text = other.latin1();
                    parents.add(text.substring(0, Math.max(0, text.lastIndexOf('/'))));
                }
            }
            return parents.contains(path.latin1());
        }

        private PackageFile.Builder start(RawText at, String rule, @Nullable ImagePath source) {
            return PackageFile.at(database.at(at), rule).source(source).note(state);
        }
    }

    /** What is at a path of the image, or below the root that the database is of. */
    private Optional<EntryType> typeOf(RawText path) {
        return entryAt(path).map(FileEntry::type);
    }

    private Optional<FileEntry> entryAt(RawText path) {
        return entries.computeIfAbsent(
                path, key -> files.tree().find(files.tree().canonical(database.at(key))));
    }

    private static void override(PackageFile.Builder promise, StatOverride override) {
        promise.mode(override.mode());
        if (override.uid() != null) {
            promise.uid(override.uid());
        } else {
            promise.owner(override.user());
        }
        if (override.gid() != null) {
            promise.gid(override.gid());
        } else {
            promise.group(override.group());
        }
    }

    static boolean climbs(RawText path) {
        String text = path.latin1();
        return text.contains("/../") || text.endsWith("/..");
    }

    private static String brief(RawText path) {
        String text = path.toString();
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }
}
