package dev.jonah.appdb.gomod;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.gomod.format.DirectoryHash;
import dev.jonah.appdb.json.JsonObject;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds modules in Go's module cache, by the hashes that Go recorded of their archives.
 *
 * <p>Facts beyond those of every package: {@code go.sum}, {@code go.module.time}, {@code go.module.repository}, {@code
 * go.module.commit}.
 */
public final class ModuleCacheParser implements ManifestParser {
    private static final int LONGEST_HASH = 200;

    /** Found as a service. */
    public ModuleCacheParser() {}

    @Override
    public String id() {
        return "jonah.appdb.go-module-cache";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.suffix(Place.HASH);
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Go's module cache",
                "`cache/download/<module>/@v/<version>.ziphash`, and `.info` beside it",
                "the unpacked module and what Go recorded of it",
                "SHA-256 of content, through the hash of the module that Go recorded: with the archive, if that has the"
                        + " hash; without it all files together");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath path = manifest.path();
        Place place = Place.of(path);
        if (place == null || !manifest.type().isRegular()) {
            return;
        }
        String recorded = hash(manifest, scan);
        Purl purl = recorded == null ? null : purl(place, path, scan);
        if (recorded == null || purl == null) {
            return;
        }
        JsonObject info = info(place, scan);
        JsonObject origin = info.object("Origin");
        SoftwarePackage.Builder builder = SoftwarePackage.of(purl, Kind.APPLICATION, path)
                .extra("go.sum", recorded)
                .extra("go.module.time", info.text("Time"))
                .extra("go.module.repository", origin.text("URL"))
                .extra("go.module.commit", origin.text("Hash"));
        if (scan.wantsFiles()) {
            ModuleFiles.of(place, path, recorded, scan).forEach(builder::file);
        }
        out.accept(builder.build());
    }

    private static @Nullable String hash(FileEntry manifest, PackageScan scan) throws IOException {
        ImagePath path = manifest.path();
        Content content = manifest.content();
        if (content == null) {
            scan.diagnostics().error("go.module-cache.lost", path, path + " has lost its bytes");
            return null;
        }
        String text = new String(content.head(LONGEST_HASH), StandardCharsets.US_ASCII).strip();
        if (!DirectoryHash.isHash(text)) {
            scan.diagnostics().warning("go.module-cache.hash", path, path + " holds no hash of a module");
            return null;
        }
        return text;
    }

    private static JsonObject info(Place place, PackageScan scan) throws IOException {
        ImagePath path = place.record(".info");
        Content content = scan.tree().resolveFile(path).map(FileEntry::content).orElse(null);
        try {
            return content == null ? new JsonObject(Map.of()) : JsonObject.read(content.open(), scan.limits());
        } catch (JacksonException e) {
            String message = path + " cannot be read: " + e.getOriginalMessage();
            scan.diagnostics().warning("go.module-cache.info", path, message);
            return new JsonObject(Map.of());
        }
    }

    private static @Nullable Purl purl(Place place, ImagePath path, PackageScan scan) {
        String module = place.path();
        int slash = module.lastIndexOf('/');
        try {
            return Purl.of("golang", module.substring(slash + 1))
                    .namespace(slash < 0 ? null : module.substring(0, slash))
                    .version(place.version())
                    .build();
        } catch (IllegalArgumentException e) {
            scan.diagnostics().warning("go.module-cache.name", path, path + " is of no module: " + e.getMessage());
            return null;
        }
    }
}
