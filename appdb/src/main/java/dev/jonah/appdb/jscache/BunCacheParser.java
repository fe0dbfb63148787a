package dev.jonah.appdb.jscache;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Finds the packages in Bun's cache, from where Bun links them into projects. A directory counts only if the link leads to
 * it by which Bun would find it; packages from repositories and archives have no name there, and are left out.
 */
public final class BunCacheParser implements ManifestParser {
    /** Found as a service. */
    public BunCacheParser() {}

    @Override
    public String id() {
        return "jonah.appdb.bun-cache";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named("package.json");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Bun's cache",
                "the directories `<name>@<version>` to which a link `<name>/<version>` leads; neither packages from"
                        + " repositories nor lists of versions (`.npm`)",
                "all that lies in the package's directory but packages bundled in it, and the link",
                "**nothing**: the cache keeps no checksums. What somebody adds to or changes"
                        + " in such a directory is `OWNED` like the rest");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath directory = manifest.path().parent();
        // The name first: an image has thousands of files with the name of the manifest.
        if (directory == null
                || directory.name().latin1().indexOf('@') <= 0
                || !manifest.type().isRegular()) {
            return;
        }
        BunPlace place = BunPlace.of(directory);
        FileEntry link = place == null
                ? null
                : scan.tree()
                        .find(place.link())
                        .filter(e -> leadsTo(directory, e, scan.tree()))
                        .orElse(null);
        if (place == null || link == null) {
            return;
        }
        SoftwarePackage.Builder builder = CachedPackage.of(manifest, place.name(), place.version(), scan);
        if (builder == null) {
            return;
        }
        if (scan.wantsFiles()) {
            CachedPackage.claim(directory, "bun.cache", scan, builder);
            builder.file(PackageFile.at(link.path(), "bun.cache-link")
                    .type(EntryType.SYMLINK)
                    .note("the link by which Bun finds the package in its cache")
                    .build());
        }
        out.accept(builder.build());
    }

    /** To the directory itself; or, where a cache was copied, to one of its name in a place where nothing is. */
    private static boolean leadsTo(ImagePath directory, FileEntry entry, FileTree tree) {
        RawText target = entry.target();
        return target != null
                && target.latin1().startsWith("/")
                && (ImagePath.of(target).equals(directory)
                        || target.latin1().endsWith("/" + directory.name().latin1())
                                && tree.resolve(ImagePath.of(target)).isEmpty());
    }
}
