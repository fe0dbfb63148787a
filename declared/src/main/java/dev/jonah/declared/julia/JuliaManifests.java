package dev.jonah.declared.julia;

import dev.jonah.declared.Declarations;
import dev.jonah.declared.Places;
import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.julia.format.ManifestReader;
import dev.jonah.declared.julia.format.ProjectReader;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Declared packages of Julia's manifests and projects. */
public final class JuliaManifests implements ManifestParser {
    private static final Set<String> PROJECTS = Set.of("Project.toml", "JuliaProject.toml");
    private static final LazyPattern MANIFEST = LazyPattern.of("(Julia)?Manifest(-v[0-9.]+)?\\.toml");
    /** {@code packages/Example/aqsx3} of a depot, {@code stdlib/v1.10/Pkg}. */
    private static final LazyPattern INSTALLED = LazyPattern.of("/packages/[^/]+/[A-Za-z0-9]{4,6}/|/stdlib/v[0-9.]+/");

    /** Found as a service. */
    public JuliaManifests() {}

    @Override
    public String id() {
        return "jonah.declared.julia";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.suffix(".toml");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Manifests of Julia",
                "`Manifest.toml` of versions 1 and 2, those for one version of Julia (`Manifest-v1.11.toml`) too;"
                        + " `Project.toml` where none lies beside it, with what asks for a range without a version",
                "no file: these packages are declared, not installed",
                "nothing");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        String name = manifest.path().fileName();
        if (!MANIFEST.matcher(name).matches() && !PROJECTS.contains(name) || isPart(manifest.path())) {
            return;
        }
        if (!PROJECTS.contains(name)) {
            Declarations.read(manifest, scan, ManifestReader::read, JuliaManifests::purl, out);
        } else if (!hasManifest(manifest.path().parent(), scan)) {
            Declarations.read(manifest, scan, ProjectReader::read, JuliaManifests::purl, out);
        }
    }

    /** Whether it belongs to an installed package or to Julia itself. */
    private static boolean isPart(ImagePath path) {
        return Places.insidePackages(path) || INSTALLED.matcher(path.latin1()).find();
    }

    private static boolean hasManifest(@Nullable ImagePath directory, PackageScan scan) {
        return directory != null
                && scan.tree().children(directory).stream()
                        .anyMatch(
                                file -> MANIFEST.matcher(file.path().fileName()).matches());
    }

    private static Purl.Builder purl(Declaration found) {
        return Purl.of("julia", found.name());
    }
}
