package dev.jonah.declared.node;

import dev.jonah.declared.Declarations;
import dev.jonah.declared.Places;
import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.DeclarationReader;
import dev.jonah.declared.node.format.BunBinaryLockReader;
import dev.jonah.declared.node.format.BunLockReader;
import dev.jonah.declared.node.format.DenoLockReader;
import dev.jonah.declared.node.format.NpmLockReader;
import dev.jonah.declared.node.format.PnpmLockReader;
import dev.jonah.declared.node.format.YarnLockReader;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import java.io.IOException;
import java.util.function.Consumer;

/** Declared packages of lock files of npm, yarn, pnpm, Bun and Deno. */
public final class NodeLocks implements ManifestParser {
    /** Found as a service. */
    public NodeLocks() {}

    @Override
    public String id() {
        return "jonah.declared.node";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named("package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml")
                .orPathSuffix("/yarn.lock", "/bun.lock", "/bun.lockb", "/deno.lock");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Lock files of Node",
                "`package-lock.json` and `npm-shrinkwrap.json` of versions 1 to 3, `yarn.lock` of yarn 1 and Berry,"
                        + " `pnpm-lock.yaml` of versions 5 to 9, `bun.lock`, `bun.lockb` of versions 2 and 3, `deno.lock`"
                        + " of versions 1 to 5; none inside `node_modules`",
                "no file: these packages are declared, not installed",
                "nothing");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        if (!Places.insidePackages(manifest.path())) {
            Declarations.read(manifest, scan, reader(manifest.path().latin1()), NodeLocks::purl, out);
        }
    }

    private static DeclarationReader reader(String path) {
        if (path.endsWith("/yarn.lock")) {
            return YarnLockReader::read;
        } else if (path.endsWith("/pnpm-lock.yaml")) {
            return PnpmLockReader::read;
        } else if (path.endsWith("/bun.lock")) {
            return BunLockReader::read;
        } else if (path.endsWith("/bun.lockb")) {
            return BunBinaryLockReader::read;
        }
        return path.endsWith("/deno.lock") ? DenoLockReader::read : NpmLockReader::read;
    }

    private static Purl.Builder purl(Declaration found) {
        int slash = found.name().indexOf('/');
        // Packages of JSR have no type of package URL of their own.
        String type = "jsr".equals(found.source()) ? "generic" : "npm";
        return Purl.of(type, found.name().substring(slash + 1))
                .namespace(slash < 0 ? null : found.name().substring(0, slash));
    }
}
