package dev.jonah.declared.dart;

import dev.jonah.declared.Declarations;
import dev.jonah.declared.Places;
import dev.jonah.declared.dart.format.PubLockReader;
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

/** Declared packages of {@code pubspec.lock}. */
public final class PubLock implements ManifestParser {
    /** Found as a service. */
    public PubLock() {}

    @Override
    public String id() {
        return "jonah.declared.dart";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.pathSuffix("/pubspec.lock");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Lock files of Dart",
                "`pubspec.lock`",
                "no file: these packages are declared, not installed",
                "nothing");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        if (!Places.insidePackages(manifest.path())) {
            Declarations.read(manifest, scan, PubLockReader::read, PubLock::purl, out);
        }
    }

    private static Purl.Builder purl(Declaration found) {
        return Purl.of("pub", found.name());
    }
}
