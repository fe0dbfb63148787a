package dev.jonah.appdb.lua;

import dev.jonah.appdb.lua.format.LuaDataReader;
import dev.jonah.appdb.lua.format.LuaTable;
import dev.jonah.appdb.lua.format.Rockspec;
import dev.jonah.appdb.support.Contents;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds rocks that LuaRocks 2 and 3 installed, by their {@code rock_manifest}, and describes them by the
 * {@code .rockspec} beside it. Every file of the manifest is claimed where LuaRocks puts it, with its MD5.
 *
 * <p>Facts beyond those of every package: {@code lua.version} (of Lua), {@code lua.source}, {@code lua.source-tag}.
 */
public final class RockParser implements ManifestParser {
    /** Found as a service. */
    public RockParser() {}

    @Override
    public String id() {
        return "jonah.appdb.lua";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named("rock_manifest");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Lua",
                "`rock_manifest` and `.rockspec` of each rock in `rocks-5.x`, of LuaRocks 2 and 3",
                "every file of the manifest, where LuaRocks puts it",
                "MD5 of content. Programs that LuaRocks writes to start a command are `DERIVED` where they do only"
                        + " that");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        Place place = Place.of(manifest.path());
        if (place == null || !manifest.type().isRegular()) {
            return;
        }
        LuaTable listed = read(manifest, scan).table("rock_manifest");
        Purl purl;
        try {
            purl = Purl.of("luarocks", place.name()).version(place.version()).build();
        } catch (IllegalArgumentException e) {
            String message = manifest.path() + " is of a rock that cannot be: " + e.getMessage();
            scan.diagnostics().warning("lua.rock.name", manifest.path(), message);
            return;
        }
        FileEntry rockspec = scan.tree()
                .resolveFile(place.directory().resolve(place.name() + "-" + place.version() + ".rockspec"))
                .orElse(null);
        Rockspec said = Rockspec.of(rockspec == null ? new LuaTable(Map.of(), List.of()) : read(rockspec, scan));
        SoftwarePackage.Builder builder = SoftwarePackage.of(purl, Kind.APPLICATION, manifest.path())
                .licenses(said.license() == null ? List.of() : List.of(said.license()))
                .description(said.summary())
                .homepage(said.homepage())
                .maintainer(said.maintainer())
                .dependencies(said.dependencies())
                .extra("lua.version", place.lua())
                .extra("lua.source", said.sourceUrl())
                .extra("lua.source-tag", said.sourceTag());
        for (String dependency : said.dependencies()) {
            ImagePath instance = instance(dependency, place, scan);
            if (instance != null) {
                builder.resolved(instance, null);
            }
        }
        if (scan.wantsFiles()) {
            for (PackageFile file : RockFiles.of(place, manifest.path(), listed, scan)) {
                builder.file(file);
            }
        }
        out.accept(builder.build());
    }

    /** What a file assigns; what comes before something that is no data, if there is such. */
    private static LuaTable read(FileEntry file, PackageScan scan) throws IOException {
        ImagePath path = file.path();
        Content content = Contents.of(file, "lua.file.lost", scan);
        if (content == null) {
            return new LuaTable(Map.of(), List.of());
        }
        try {
            LuaDataReader.Result read = LuaDataReader.read(content.open(), scan.limits());
            if (!read.complete()) {
                scan.diagnostics()
                        .warning(
                                "lua.file.code",
                                path,
                                path + " was read only as far as it is data that needs no running");
            }
            return read.variables();
        } catch (LimitExceededException e) {
            scan.diagnostics().error("lua.file.limit", path, path + " was not read: " + e.getMessage());
            return new LuaTable(Map.of(), List.of());
        }
    }

    /** The manifest of the rock that a dependency means; null if it is not there, or in several versions. */
    private static @Nullable ImagePath instance(String dependency, Place place, PackageScan scan) {
        String name = dependency.strip().split("[\\s<>=~]", 2)[0].toLowerCase(Locale.ROOT);
        name = name.substring(name.lastIndexOf('/') + 1);
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return null;
        }
        List<ImagePath> manifests = scan.tree().children(place.rocks().resolve(name)).stream()
                .map(version -> version.path().resolve("rock_manifest"))
                .filter(path -> scan.tree().resolveFile(path).isPresent())
                .toList();
        return manifests.size() == 1 ? manifests.get(0) : null;
    }
}
