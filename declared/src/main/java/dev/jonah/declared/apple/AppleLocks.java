package dev.jonah.declared.apple;

import dev.jonah.declared.Declarations;
import dev.jonah.declared.Places;
import dev.jonah.declared.apple.format.PodfileLockReader;
import dev.jonah.declared.apple.format.SwiftResolvedReader;
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

/** Declared packages of {@code Podfile.lock} and {@code Package.resolved}. */
public final class AppleLocks implements ManifestParser {
    /** Found as a service. */
    public AppleLocks() {}

    @Override
    public String id() {
        return "jonah.declared.apple";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named("Podfile.lock", "Package.resolved");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Lock files of CocoaPods and Swift",
                "`Podfile.lock`; `Package.resolved` of versions 1 to 3",
                "no file: these packages are declared, not installed",
                "nothing");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        if (!Places.insidePackages(manifest.path())) {
            Declarations.read(manifest, scan, reader(manifest.path().fileName()), AppleLocks::purl, out);
        }
    }

    private static DeclarationReader reader(String name) {
        return switch (name) {
            case "Package.resolved" -> SwiftResolvedReader::read;
            default -> PodfileLockReader::read;
        };
    }

    private static Purl.Builder purl(Declaration found) {
        int slash = found.name().lastIndexOf('/');
        return found.facts().containsKey("declared.swift-identity")
                ? Purl.of("swift", found.name().substring(slash + 1))
                        .namespace(slash < 0 ? null : found.name().substring(0, slash))
                : pod(found.name());
    }

    /** A part of a pod, {@code Pod/Part}, is a subpath of it. */
    private static Purl.Builder pod(String name) {
        int slash = name.indexOf('/');
        return Purl.of("cocoapods", slash < 0 ? name : name.substring(0, slash))
                .subpath(slash < 0 ? null : name.substring(slash + 1));
    }
}
