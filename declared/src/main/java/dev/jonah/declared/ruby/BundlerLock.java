package dev.jonah.declared.ruby;

import dev.jonah.declared.Declarations;
import dev.jonah.declared.Places;
import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.ruby.format.GemfileLockReader;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import java.io.IOException;
import java.util.function.Consumer;

/** Declared packages of {@code Gemfile.lock} and {@code gems.locked}. */
public final class BundlerLock implements ManifestParser {
    /** Found as a service. */
    public BundlerLock() {}

    @Override
    public String id() {
        return "jonah.declared.ruby";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.pathSuffix("/Gemfile.lock", "/gems.locked");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Lock files of Ruby",
                "`Gemfile.lock` and `gems.locked` of Bundler",
                "no file: these packages are declared, not installed",
                "nothing");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        if (!Places.insidePackages(manifest.path())) {
            Declarations.read(manifest, scan, GemfileLockReader::read, BundlerLock::purl, out);
        }
    }

    private static Purl.Builder purl(Declaration found) {
        return Purl.of("gem", found.name());
    }
}
