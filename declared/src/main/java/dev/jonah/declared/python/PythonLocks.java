package dev.jonah.declared.python;

import dev.jonah.declared.Declarations;
import dev.jonah.declared.Places;
import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.DeclarationReader;
import dev.jonah.declared.python.format.PdmLockReader;
import dev.jonah.declared.python.format.PipfileLockReader;
import dev.jonah.declared.python.format.PoetryLockReader;
import dev.jonah.declared.python.format.PylockReader;
import dev.jonah.declared.python.format.RequirementsReader;
import dev.jonah.declared.python.format.UvLockReader;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Declared packages of lock files and lists of requirements of Python. */
public final class PythonLocks implements ManifestParser {
    /** Found as a service. */
    public PythonLocks() {}

    @Override
    public String id() {
        return "jonah.declared.python";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named("uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pylock.toml")
                .orSuffix(".toml", ".txt");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Lock files of Python",
                "`uv.lock`, `poetry.lock`, `pdm.lock`, `Pipfile.lock`, `pylock.toml`, `requirements*.txt`, where what asks"
                        + " for a range has no version; files that such a list includes are read only by their own names",
                "no file: these packages are declared, not installed",
                "nothing");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        DeclarationReader reader = reader(manifest.path().fileName());
        if (reader != null && !Places.insidePackages(manifest.path())) {
            Declarations.read(manifest, scan, reader, PythonLocks::purl, out);
        }
    }

    private static @Nullable DeclarationReader reader(String name) {
        return switch (name) {
            case "uv.lock" -> UvLockReader::read;
            case "poetry.lock" -> PoetryLockReader::read;
            case "pdm.lock" -> PdmLockReader::read;
            case "Pipfile.lock" -> PipfileLockReader::read;
            case "pylock.toml" -> PylockReader::read;
            default ->
                name.startsWith("pylock.") && name.endsWith(".toml")
                        ? PylockReader::read
                        : isRequirements(name) ? RequirementsReader::read : null;
        };
    }

    /** {@code requirements.txt}, {@code requirements-dev.txt}, {@code test_requirements.txt}. */
    private static boolean isRequirements(String name) {
        return name.endsWith(".txt")
                && (name.startsWith("requirements.")
                        || name.startsWith("requirements-")
                        || name.startsWith("requirements_")
                        || name.endsWith("-requirements.txt")
                        || name.endsWith("_requirements.txt"));
    }

    private static Purl.Builder purl(Declaration found) {
        return Purl.of("pypi", found.name());
    }
}
