package dev.jonah.declared.beam;

import dev.jonah.declared.Declarations;
import dev.jonah.declared.Places;
import dev.jonah.declared.beam.format.MixLockReader;
import dev.jonah.declared.beam.format.RebarLockReader;
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

/** Declared packages of {@code mix.lock} and {@code rebar.lock}. */
public final class MixLock implements ManifestParser {
    /** Found as a service. */
    public MixLock() {}

    @Override
    public String id() {
        return "jonah.declared.beam";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.pathSuffix("/mix.lock", "/rebar.lock");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Lock files of Elixir and Erlang",
                "`mix.lock`, `rebar.lock`",
                "no file: these packages are declared, not installed",
                "nothing");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        if (!Places.insidePackages(manifest.path())) {
            boolean rebar = manifest.path().fileName().startsWith("rebar");
            Declarations.read(manifest, scan, rebar ? RebarLockReader::read : MixLockReader::read, MixLock::purl, out);
        }
    }

    private static Purl.Builder purl(Declaration found) {
        return Purl.of("hex", found.name()).namespace(found.facts().get("declared.organization"));
    }
}
