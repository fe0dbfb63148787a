package dev.jonah.appdb.julia;

import dev.jonah.appdb.julia.format.ProjectFile;
import dev.jonah.appdb.support.Contents;
import dev.jonah.appdb.support.Directory;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what Julia's package manager installed in a depot, by {@code packages/<name>/<slug>/Project.toml}. The slug is made
 * of UUID and tree hash, too short a sum to prove either. A further fact is {@code julia.slug}.
 */
public final class DepotParser implements ManifestParser {
    private static final LazyPattern SLUG = LazyPattern.of("[A-Za-z0-9]{4,6}");

    /** Found as a service. */
    public DepotParser() {}

    @Override
    public String id() {
        return "jonah.appdb.julia";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named("Project.toml", "JuliaProject.toml");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Julia",
                "`packages/<name>/<slug>/Project.toml` of depots; neither Julia's own library nor its artifacts",
                "all that lies in the package's directory",
                "**nothing**: the tree's hash is not recorded in a depot. What somebody adds to or changes in such a"
                        + " directory is `OWNED` like the rest");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath path = manifest.path();
        ImagePath home = path.parent();
        ImagePath above = home == null ? null : home.parent();
        ImagePath packages = above == null ? null : above.parent();
        if (home == null
                || above == null
                || packages == null
                || !packages.fileName().equals("packages")
                || !SLUG.matcher(home.fileName()).matches()
                || !manifest.type().isRegular()) {
            return;
        }
        ProjectFile project = Contents.read(
                manifest, "julia.project.lost", "julia.project.limit", scan, in -> ProjectFile.read(in, scan.limits()));
        Purl purl = project == null ? null : purl(project, above.fileName(), path, scan);
        if (project == null || purl == null) {
            return;
        }
        List<String> dependencies = new ArrayList<>();
        project.dependencies().forEach((name, versions) -> dependencies.add((name + " " + versions).strip()));
        SoftwarePackage.Builder builder = SoftwarePackage.of(purl, Kind.APPLICATION, path)
                .dependencies(dependencies)
                .extra("julia.slug", home.fileName());
        if (scan.wantsFiles()) {
            Directory.claim(
                    home,
                    scan.tree(),
                    "julia.depot",
                    "by directory: a depot has no list of a package's files",
                    other -> false,
                    builder::file);
        }
        out.accept(builder.build());
    }

    /** Null, with a diagnostic if it is a project of Julia, unless it is what its directory is called. */
    private static @Nullable Purl purl(ProjectFile project, String directory, ImagePath path, PackageScan scan) {
        String name = project.name();
        String uuid = project.uuid();
        if (name == null || uuid == null) {
            return null;
        }
        try {
            if (!name.equals(directory)) {
                throw new IllegalArgumentException("it names '" + name + "'");
            }
            return Purl.of("julia", name)
                    .version(project.version())
                    .qualifier("uuid", uuid)
                    .build();
        } catch (IllegalArgumentException e) {
            String message = path + " is not what its directory is called: " + e.getMessage();
            scan.diagnostics().warning("julia.project.name", path, message);
            return null;
        }
    }
}
