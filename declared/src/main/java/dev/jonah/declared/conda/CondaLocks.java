package dev.jonah.declared.conda;

import dev.jonah.declared.Declarations;
import dev.jonah.declared.Places;
import dev.jonah.declared.conda.format.CondaEnvironmentReader;
import dev.jonah.declared.conda.format.CondaLockReader;
import dev.jonah.declared.conda.format.ExplicitListReader;
import dev.jonah.declared.conda.format.PixiLockReader;
import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.DeclarationReader;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import java.io.IOException;
import java.util.function.Consumer;

/** Declared packages of {@code conda-lock.yml}, {@code pixi.lock}, lists of URLs, and {@code environment.yml}. */
public final class CondaLocks implements ManifestParser {
    /** Found as a service. */
    public CondaLocks() {}

    @Override
    public String id() {
        return "jonah.declared.conda";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named("environment.yml", "environment.yaml")
                .orSuffix("conda-lock.yml", "conda-lock.yaml", ".lock");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Lock files of conda",
                "`conda-lock.yml`, `conda-PLATFORM.lock`, `pixi.lock` of versions 1 to 7, `environment.yml`, where what asks"
                        + " for a range has no version",
                "no file: these packages are declared, not installed",
                "nothing");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        // Of the many files with this ending only those of conda are read: conda-linux-64.lock.
        String name = manifest.path().fileName();
        boolean wanted = !name.endsWith(".lock") || name.startsWith("conda-") || name.equals("pixi.lock");
        if (wanted && !Places.insidePackages(manifest.path())) {
            Declarations.read(manifest, scan, reader(name), CondaLocks::purl, out);
        }
    }

    private static DeclarationReader reader(String name) {
        return switch (name) {
            case "environment.yml", "environment.yaml" -> CondaEnvironmentReader::read;
            case "pixi.lock" -> PixiLockReader::read;
            default -> name.endsWith(".lock") ? ExplicitListReader::read : CondaLockReader::read;
        };
    }

    private static Purl.Builder purl(Declaration found) {
        return Purl.of("pip".equals(found.source()) ? "pypi" : "conda", found.name());
    }
}
