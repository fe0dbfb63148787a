package dev.jonah.declared.rust;

import dev.jonah.declared.Declarations;
import dev.jonah.declared.Places;
import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.rust.format.CargoLockReader;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import java.io.IOException;
import java.util.function.Consumer;

/** Declared packages of {@code Cargo.lock}. */
public final class CargoLock implements ManifestParser {
    /** Found as a service. */
    public CargoLock() {}

    @Override
    public String id() {
        return "jonah.declared.rust";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named("Cargo.lock");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Lock files of Rust",
                "`Cargo.lock` of versions 1 to 4",
                "no file: these packages are declared, not installed",
                "nothing");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        if (!Places.insidePackages(manifest.path())) {
            Declarations.read(manifest, scan, CargoLockReader::read, CargoLock::purl, out);
        }
    }

    private static Purl.Builder purl(Declaration found) {
        return Purl.of("cargo", found.name());
    }
}
