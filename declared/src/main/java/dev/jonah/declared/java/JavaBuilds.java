package dev.jonah.declared.java;

import dev.jonah.declared.Declarations;
import dev.jonah.declared.Places;
import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.DeclarationReader;
import dev.jonah.declared.java.format.GradleLockReader;
import dev.jonah.declared.java.format.PomReader;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import java.io.IOException;
import java.util.function.Consumer;

/** Declared packages of lock files of Gradle, and of {@code pom.xml} where it lies on disk by itself. */
public final class JavaBuilds implements ManifestParser {
    /** Found as a service. */
    public JavaBuilds() {}

    @Override
    public String id() {
        return "jonah.declared.java";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.pathSuffix("/pom.xml").orSuffix(".lockfile");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Builds of Java",
                "`gradle.lockfile` and older lock files of Gradle; direct dependencies in `pom.xml`, with what that file itself says of their versions: parents and imported lists are not looked for",
                "no file: these packages are declared, not installed",
                "nothing");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        if (!Places.insidePackages(manifest.path()) && !manifest.path().latin1().contains("/META-INF/")) {
            Declarations.read(manifest, scan, reader(manifest.path().latin1()), JavaBuilds::purl, out);
        }
    }

    private static DeclarationReader reader(String path) {
        return path.endsWith("/pom.xml") ? PomReader::read : GradleLockReader::read;
    }

    private static Purl.Builder purl(Declaration found) {
        int colon = found.name().indexOf(':');
        return Purl.of("maven", found.name().substring(colon + 1))
                .namespace(colon < 0 ? null : found.name().substring(0, colon));
    }
}
