package dev.jonah.declared.dotnet;

import dev.jonah.declared.Declarations;
import dev.jonah.declared.Places;
import dev.jonah.declared.dotnet.format.NugetLockReader;
import dev.jonah.declared.dotnet.format.PackagesConfigReader;
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

/** Declared packages of {@code packages.lock.json} and {@code packages.config}. */
public final class NugetLocks implements ManifestParser {
    /** Found as a service. */
    public NugetLocks() {}

    @Override
    public String id() {
        return "jonah.declared.dotnet";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.pathSuffix("/packages.lock.json", "/packages.config");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Lock files of .NET",
                "`packages.lock.json` of versions 1 and 2, `packages.config`",
                "no file: these packages are declared, not installed",
                "nothing");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        if (!Places.insidePackages(manifest.path())) {
            Declarations.read(manifest, scan, reader(manifest.path().latin1()), NugetLocks::purl, out);
        }
    }

    private static DeclarationReader reader(String path) {
        return path.endsWith("/packages.config") ? PackagesConfigReader::read : NugetLockReader::read;
    }

    private static Purl.Builder purl(Declaration found) {
        return Purl.of("nuget", found.name());
    }
}
