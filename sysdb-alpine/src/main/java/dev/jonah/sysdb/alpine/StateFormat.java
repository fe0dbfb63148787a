package dev.jonah.sysdb.alpine;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.sysdb.alpine.format.ApkArchiveReader;
import dev.jonah.sysdb.alpine.format.ApkInstalledReader;
import dev.jonah.sysdb.alpine.format.ApkPackage;
import dev.jonah.sysdb.alpine.format.ApkProblem;
import dev.jonah.sysdb.alpine.format.ApkRepositoriesReader;
import dev.jonah.sysdb.alpine.format.ApkRepository;
import dev.jonah.sysdb.alpine.format.ApkScript;
import dev.jonah.sysdb.alpine.format.ApkScriptsReader;
import dev.jonah.sysdb.alpine.format.ApkTrigger;
import dev.jonah.sysdb.alpine.format.ApkTriggersReader;
import dev.jonah.sysdb.alpine.format.ApkWorldReader;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a file of apk's state must look like. */
enum StateFormat {
    INSTALLED {
        @Override
        @Nullable
        String check(FileEntry file, Installed installed, InputStream in) throws IOException {
            int count = 0;
            ApkInstalledReader reader = new ApkInstalledReader(in, installed.limits());
            ApkPackage next;
            while ((next = reader.read()) != null) {
                boolean malformed = next.problems().stream().anyMatch(p -> p.kind() == ApkProblem.Kind.MALFORMED);
                if (next.name() == null || malformed) {
                    return null;
                }
                count++;
            }
            return "apk's database of " + count + " packages";
        }
    },
    LOCK {
        @Override
        @Nullable
        String check(FileEntry file, Installed installed, InputStream in) {
            return file.size() == 0 ? "apk's lock, empty" : null;
        }
    },
    TRIGGERS {
        @Override
        @Nullable
        String check(FileEntry file, Installed installed, InputStream in) throws IOException {
            List<ApkTrigger> triggers = ApkTriggersReader.readAll(in, installed.limits());
            Set<String> identities = installed.identities();
            for (ApkTrigger trigger : triggers) {
                if (trigger.digest() == null
                        || !identities.contains(trigger.digest().hex())) {
                    return null;
                }
            }
            return "apk's list of the triggers of " + triggers.size() + " installed packages";
        }
    },
    SCRIPTS {
        @Override
        @Nullable
        String check(FileEntry file, Installed installed, InputStream in) throws IOException {
            ApkScriptsReader.Scripts scripts = ApkScriptsReader.readAll(in, installed.limits());
            if (scripts.failure() != null) {
                throw new IOException(scripts.failure());
            }
            Set<String> identities = installed.identities();
            for (ApkScript script : scripts.scripts()) {
                if (script.identity() == null
                        || !identities.contains(script.identity().hex())) {
                    return null;
                }
            }
            return "apk's archive of " + scripts.scripts().size() + " scripts of installed packages";
        }
    },
    WORLD {
        @Override
        @Nullable
        String check(FileEntry file, Installed installed, InputStream in) throws IOException {
            ApkWorldReader.World world = ApkWorldReader.readAll(in, installed.limits());
            return world.malformed().isEmpty()
                    ? "the " + world.dependencies().size() + " packages that apk was asked for"
                    : null;
        }
    },
    ARCHITECTURE {
        @Override
        @Nullable
        String check(FileEntry file, Installed installed, InputStream in) throws IOException {
            String text = Texts.small(file, installed.limits());
            String[] lines = text == null ? new String[0] : text.split("\n");
            if (lines.length == 0 || lines.length > 16 || !installed.hasArchitecture(lines[0])) {
                return null;
            }
            for (String line : lines) {
                if (!line.matches("[a-z0-9_-]{2,32}")) {
                    return null;
                }
            }
            return "apk's architecture, " + lines[0] + ", which installed packages have";
        }
    },
    REPOSITORIES {
        @Override
        @Nullable
        String check(FileEntry file, Installed installed, InputStream in) throws IOException {
            ApkRepositoriesReader.Repositories read = ApkRepositoriesReader.readAll(in, installed.limits());
            if (!read.malformed().isEmpty() || !read.repositories().stream().allMatch(ApkRepository::isFetchable)) {
                return null;
            }
            String urls = read.repositories().stream()
                    .limit(8)
                    .map(ApkRepository::url)
                    .collect(Collectors.joining(" "));
            return "where apk looks for packages: " + (urls.isEmpty() ? "nowhere" : urls);
        }
    },
    INDEX {
        @Override
        @Nullable
        String check(FileEntry file, Installed installed, InputStream in) throws IOException {
            return ApkArchiveReader.isIndex(in, installed.limits()) ? "an index of packages that apk fetched" : null;
        }
    },
    PACKAGE {
        @Override
        @Nullable
        String check(FileEntry file, Installed installed, InputStream in) throws IOException {
            return ApkArchiveReader.isPackage(in, installed.limits()) ? "a package that apk fetched" : null;
        }
    },
    CACHE_LINK {
        @Override
        @Nullable
        String check(FileEntry file, Installed installed, InputStream in) {
            return null;
        }
    };

    /** The files that lie beside a database. */
    static final List<String> BESIDE_DATABASE =
            List.of("installed", "lock", "scripts.tar", "scripts.tar.gz", "triggers");

    /** What the file is, for a person; null if the content is not of this format. */
    final @Nullable String check(FileEntry file, Installed installed) {
        Content content = file.content();
        if (content == null) {
            return null;
        }
        try (InputStream in = content.open()) {
            return check(file, installed, in);
        } catch (IOException e) {
            String message = "cannot be read as what apk keeps here: " + e.getMessage();
            installed.scan().diagnostics().warning("apk.state.unreadable", file.path(), message);
            return null;
        }
    }

    abstract @Nullable String check(FileEntry file, Installed installed, InputStream in) throws IOException;

    /** The format of a file by its name in a directory of apk. */
    static StateFormat ofName(String name) {
        return switch (name) {
            case "installed" -> INSTALLED;
            case "lock" -> LOCK;
            case "triggers" -> TRIGGERS;
            case "world" -> WORLD;
            case "arch" -> ARCHITECTURE;
            case "repositories" -> REPOSITORIES;
            default -> SCRIPTS;
        };
    }

    /** The format of a file that belongs to no single database, or null if apk keeps no such file there. */
    static @Nullable StateFormat ofCache(ImagePath path) {
        String directory = String.valueOf(path.parent());
        String name = path.fileName();
        if (path.latin1().equals("/run/apk/db.lock")) {
            return LOCK;
        }
        if (path.latin1().equals("/etc/apk/cache")) {
            return CACHE_LINK;
        }
        if (directory.equals("/etc/apk/repositories.d")) {
            return name.endsWith(".list") ? REPOSITORIES : null;
        }
        if (!directory.equals("/var/cache/apk") && !directory.equals("/etc/apk/cache")) {
            return null;
        }
        if (name.equals("installed")) {
            return INSTALLED;
        }
        if (name.matches("APKINDEX\\.[0-9a-f]{8,64}\\.tar\\.gz")) {
            return INDEX;
        }
        return name.matches("[A-Za-z0-9._+-]+\\.[0-9a-f]{8}\\.apk") ? PACKAGE : null;
    }

    /** What a link to the cache is, for a person; null if it leads elsewhere than a cache may be. */
    static @Nullable String cacheLink(FileEntry link, FileTree tree) {
        FileEntry target = tree.resolve(link.path()).orElse(null);
        boolean cache = target != null
                && target.isDirectory()
                && target.path().latin1().matches("/var/cache/apk|/media/[^/]+/cache");
        return cache && target != null ? "apk's link to its cache in " + target.path() : null;
    }
}
