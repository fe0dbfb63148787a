package dev.jonah.declared.php;

import dev.jonah.declared.Declarations;
import dev.jonah.declared.Places;
import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.php.format.ComposerLockReader;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import java.io.IOException;
import java.util.function.Consumer;

/** Declared packages of {@code composer.lock}. */
public final class ComposerLock implements ManifestParser {
    /** Found as a service. */
    public ComposerLock() {}

    @Override
    public String id() {
        return "jonah.declared.php";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.pathSuffix("/composer.lock");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Lock files of PHP",
                "`composer.lock`",
                "no file: these packages are declared, not installed",
                "nothing");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        if (!Places.insidePackages(manifest.path())) {
            Declarations.read(manifest, scan, ComposerLockReader::read, ComposerLock::purl, out);
        }
    }

    private static Purl.Builder purl(Declaration found) {
        int slash = found.name().indexOf('/');
        return Purl.of("composer", found.name().substring(slash + 1))
                .namespace(slash < 0 ? null : found.name().substring(0, slash));
    }
}
