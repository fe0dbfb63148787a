package dev.jonah.appdb.jscache;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.json.JsonObject;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/**
 * Finds the packages of npm in Deno's cache: {@code npm/<host>/<name>/registry.json} with a directory for each version beside
 * it, and further copies of it where peers differ: {@code 1.0.0_1}. Modules that were fetched by their address, and what Deno
 * compiled of them, belong to no package; nothing in the cache tells what they should hold, so they stay unclaimed.
 *
 * <p>Facts beyond those of every package of npm: {@code npm.integrity} and {@code npm.resolved}, of the archive.
 */
public final class DenoCacheParser implements ManifestParser {
    private static final LazyPattern PLACE = LazyPattern.of(".*/npm/[^/]+/((?:@[^/]+/)?[^/@]+)");
    private static final LazyPattern COPY = LazyPattern.of("_[0-9]{1,3}$");

    /** Found as a service. */
    public DenoCacheParser() {}

    @Override
    public String id() {
        return "jonah.appdb.deno-cache";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named("registry.json");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Deno's cache",
                "`npm/<host>/<name>/registry.json` and the versions beside it; neither modules that were fetched by their"
                        + " address nor what was compiled of them",
                "all that lies in the directory of a version but packages bundled in it, and `registry.json`",
                "**nothing**: the checksum in `registry.json` is that of the archive. What somebody adds to or changes in"
                        + " such a directory is `OWNED` like the rest");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath home = manifest.path().parent();
        Matcher place = PLACE.matcher(home == null ? "" : home.toString());
        if (home == null || !place.matches() || !manifest.type().isRegular()) {
            return;
        }
        String name = place.group(1);
        JsonObject known = null;
        for (FileEntry directory : scan.tree().children(home)) {
            String version = COPY.matcher(directory.path().fileName()).replaceFirst("");
            FileEntry description = !directory.isDirectory()
                    ? null
                    : scan.tree().find(directory.path().resolve("package.json")).orElse(null);
            SoftwarePackage.Builder builder =
                    description == null || !description.type().isRegular()
                            ? null
                            : CachedPackage.of(description, name, version, scan);
            if (builder == null) {
                continue;
            }
            known = known == null ? versions(manifest, scan) : known;
            JsonObject archive = known.object(version).object("dist");
            builder.foundAt(manifest.path())
                    .extra("npm.integrity", archive.text("integrity"))
                    .extra("npm.resolved", archive.text("tarball"));
            if (scan.wantsFiles()) {
                CachedPackage.claim(directory.path(), "deno.cache", scan, builder);
                builder.file(PackageFile.at(manifest.path(), "deno.cache")
                        .note("what the registry said of the package")
                        .build());
            }
            out.accept(builder.build());
        }
    }

    /** What the registry said of each version; empty, with a diagnostic, if that cannot be read. */
    private static JsonObject versions(FileEntry manifest, PackageScan scan) throws IOException {
        Content content = manifest.content();
        try {
            return content == null
                    ? new JsonObject(Map.of())
                    : JsonObject.read(content.open(), scan.limits()).object("versions");
        } catch (JacksonException | LimitExceededException e) {
            String message = manifest.path() + " cannot be read: " + e.getMessage();
            scan.diagnostics()
                    .warning(
                            "npm.cache.json",
                            manifest.path(),
                            message.lines().findFirst().orElse(message));
            return new JsonObject(Map.of());
        }
    }
}
