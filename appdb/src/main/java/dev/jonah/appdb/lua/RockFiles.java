package dev.jonah.appdb.lua;

import dev.jonah.appdb.lua.format.LuaTable;
import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code rock_manifest} claims. Modules are moved out of the rock's directory into the tree; commands are copied
 * there, or stay, and a program that starts them is written into the tree; all else stays. Where several rocks of a
 * tree have a file of one name, all but one have it under a longer name.
 */
final class RockFiles {
    private final Place place;
    private final ImagePath manifest;
    private final PackageScan scan;
    private final Map<ImagePath, PackageFile> claims = new LinkedHashMap<>();

    private RockFiles(Place place, ImagePath manifest, PackageScan scan) {
        this.place = place;
        this.manifest = manifest;
        this.scan = scan;
    }

    static Iterable<PackageFile> of(Place place, ImagePath manifest, LuaTable listed, PackageScan scan)
            throws IOException {
        RockFiles files = new RockFiles(place, manifest, scan);
        files.claims.put(
                manifest,
                PackageFile.at(manifest, "lua.rock-manifest.unhashed")
                        .note("the manifest, which cannot hold its own checksum")
                        .build());
        files.add("", listed);
        return files.claims.values();
    }

    private void add(String prefix, LuaTable directory) throws IOException {
        for (Map.Entry<String, Object> entry : directory.fields().entrySet()) {
            String name = entry.getKey();
            if (name.isEmpty() || name.indexOf('/') >= 0 || name.equals(".") || name.equals("..")) {
                scan.diagnostics()
                        .warning(
                                "lua.rock-manifest.path",
                                manifest,
                                manifest + " lists '" + name + "', which is no name of a file");
            } else if (entry.getValue() instanceof LuaTable below) {
                add(prefix + name + "/", below);
            } else if (entry.getValue() instanceof String checksum) {
                add(prefix + name, checksum);
            }
        }
    }

    private void add(String path, String checksum) throws IOException {
        Digest digest = Digest.parse("md5:" + checksum);
        if (digest == null) {
            scan.diagnostics().warning("lua.rock-manifest.checksum", manifest, manifest + " has no MD5 for " + path);
        }
        String section = path.substring(0, path.indexOf('/') + 1);
        String rest = path.substring(section.length());
        switch (section) {
            case "lua/" -> module(place.modules(), rest, digest);
            case "lib/" -> module(place.libraries(), rest, digest);
            case "bin/" -> {
                claim(place.directory().resolve(path), digest);
                command(place.directory().resolve(path), rest, digest);
            }
            default -> claim(place.directory().resolve(path), digest);
        }
    }

    private void module(@Nullable ImagePath directory, String path, @Nullable Digest digest) {
        if (directory != null) {
            ImagePath versioned = directory.resolve(place.versioned(path));
            claim(isThere(versioned) ? versioned : directory.resolve(path), digest);
        }
    }

    /** What is in the tree for a command: a copy if it is compiled, or if the tree wants copies of all. */
    private void command(ImagePath inRock, String path, @Nullable Digest digest) throws IOException {
        ImagePath directory = place.commands();
        if (directory == null || digest == null) {
            return;
        }
        ImagePath versioned = directory.resolve(place.versioned(path));
        ImagePath inTree = isThere(versioned) ? versioned : directory.resolve(path);
        Content copy = content(inTree);
        if (copy != null && (copy.digest(digest.algorithm()).equals(digest) || !isLua(inRock))) {
            claim(inTree, digest);
        }
    }

    /** Whether LuaRocks takes a command for a script in Lua, as it does by its name or first line. */
    private boolean isLua(ImagePath command) throws IOException {
        Content content = content(command);
        if (content == null || command.latin1().endsWith(".lua")) {
            return true;
        }
        String head = new String(content.head(100), StandardCharsets.ISO_8859_1);
        return head.startsWith("#!") && head.lines().findFirst().orElse("").contains("lua");
    }

    private void claim(ImagePath path, @Nullable Digest digest) {
        String rule = digest == null ? "lua.rock-manifest.unhashed" : "lua.rock-manifest";
        claims.putIfAbsent(
                path,
                PackageFile.at(path, rule)
                        .type(digest == null ? null : EntryType.FILE)
                        .digest(digest)
                        .source(manifest)
                        .build());
    }

    private boolean isThere(ImagePath path) {
        return scan.tree().find(path).filter(e -> !e.isDirectory()).isPresent();
    }

    private @Nullable Content content(ImagePath path) {
        return scan.tree().resolveFile(path).map(FileEntry::content).orElse(null);
    }
}
