package dev.jonah.declared.cpp;

import dev.jonah.declared.Declarations;
import dev.jonah.declared.Places;
import dev.jonah.declared.cpp.format.ConanLockReader;
import dev.jonah.declared.format.Declaration;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import java.io.IOException;
import java.util.function.Consumer;

/** Declared packages of {@code conan.lock}. */
public final class ConanLock implements ManifestParser {
    /** Found as a service. */
    public ConanLock() {}

    @Override
    public String id() {
        return "jonah.declared.conan";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named("conan.lock");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Lock files of Conan",
                "`conan.lock` of Conan 1 and 2",
                "no file: these packages are declared, not installed",
                "nothing");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        if (!Places.insidePackages(manifest.path())) {
            Declarations.read(manifest, scan, ConanLockReader::read, ConanLock::purl, out);
        }
    }

    private static Purl.Builder purl(Declaration found) {
        return Purl.of("conan", found.name());
    }
}
