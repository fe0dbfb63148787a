package dev.jonah.sysdb.debian;

import dev.jonah.distro.Distro;
import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.sysdb.debian.format.ChiselManifest;
import dev.jonah.sysdb.debian.format.ChiselManifestReader;
import dev.jonah.sysdb.debian.format.ChiselPackage;
import dev.jonah.sysdb.debian.format.ChiselPath;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code chisel/manifest.wall}, by which Chisel says what it cut out of Ubuntu's packages: the only database of the
 * Debian family with SHA-256, modes and targets of links for every path.
 */
public final class ChiselPackages implements PackageDatabase {
    private static final String USUAL = "/var/lib/chisel/manifest.wall";
    private static final FilePattern MANIFEST = FilePattern.pathSuffix("chisel/manifest.wall");

    /** Called by the service loader. */
    public ChiselPackages() {}

    @Override
    public String id() {
        return "jonah.sysdb.chisel";
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Chisel",
                "`chisel/manifest.wall`",
                "every path of the manifest",
                "SHA-256 and size of content, mode, link target");
    }

    @Override
    public boolean presentIn(FileTree tree) {
        return !manifests(tree).isEmpty();
    }

    @Override
    public void read(PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        IOException failure = null;
        for (FileEntry file : manifests(scan.tree()).values()) {
            ChiselManifest manifest = read(file, scan);
            new Files(scan).report(file.path(), manifest.problems());
            handOver(manifest, file.path(), scan, out);
            if (manifest.failure() != null) {
                failure = Failures.add(failure, manifest.failure(), file.path(), scan.limits());
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static Map<ImagePath, FileEntry> manifests(FileTree tree) {
        Map<ImagePath, FileEntry> found = new TreeMap<>();
        tree.matching(MANIFEST)
                .forEach(match -> tree.resolveFile(match.path()).ifPresent(file -> found.put(file.path(), file)));
        tree.resolveFile(ImagePath.of(USUAL)).ifPresent(file -> found.put(file.path(), file));
        return found;
    }

    private static ChiselManifest read(FileEntry file, PackageScan scan) throws IOException {
        Content content = file.content();
        if (content == null) {
            throw new IOException(file.path() + ": the layer does not hold its bytes");
        }
        try (InputStream in = content.open()) {
            return ChiselManifestReader.read(in, scan.limits());
        }
    }

    private static void handOver(
            ChiselManifest manifest, ImagePath at, PackageScan scan, Consumer<SoftwarePackage> out) {
        Map<String, Set<String>> slices = new HashMap<>();
        for (String slice : manifest.slices()) {
            slices.computeIfAbsent(owner(slice), key -> new LinkedHashSet<>()).add(slice);
        }
        Label label = label(scan.distro());
        Map<String, SoftwarePackage.Builder> packages = new LinkedHashMap<>();
        for (ChiselPackage found : manifest.packages()) {
            try {
                SoftwarePackage.Builder to = label.start(found.name(), found.version(), found.architecture(), at)
                        .extra("chisel.slices", String.join(" ", slices.getOrDefault(found.name(), Set.of())))
                        .extra(
                                "chisel.package-digest",
                                found.digest() == null ? null : found.digest().toString());
                if (packages.put(found.name(), to) != null) {
                    String message = "package " + found.name() + " stands there twice; the last one counts";
                    scan.diagnostics().warning("chisel.package.twice", at, message);
                }
            } catch (IllegalArgumentException e) {
                String message = "package '" + found.name() + "' cannot have a package URL: " + e.getMessage();
                scan.diagnostics().error("chisel.package.name", at, message);
            }
        }
        if (scan.wantsFiles()) {
            promise(manifest, at, packages, scan);
        }
        packages.values().forEach(to -> out.accept(to.build()));
    }

    private static void promise(
            ChiselManifest manifest, ImagePath at, Map<String, SoftwarePackage.Builder> packages, PackageScan scan) {
        String manifestPath = at.latin1();
        ImagePath root = manifestPath.endsWith(USUAL)
                ? ImagePath.of(RawText.ofLatin1(manifestPath.substring(0, manifestPath.length() - USUAL.length())))
                : ImagePath.ROOT;
        for (ChiselPath path : manifest.paths()) {
            if (Promises.climbs(path.path())) {
                scan.diagnostics().warning("chisel.path.outside", at, "a path with '..': " + path.path());
                continue;
            }
            Set<String> owners = new LinkedHashSet<>();
            path.slices().forEach(slice -> owners.add(owner(slice)));
            if (!packages.keySet().containsAll(owners) || owners.isEmpty()) {
                String message = "no package of the manifest has " + path.path() + ", which is of " + path.slices();
                scan.diagnostics().warning("chisel.path.owner", at, message);
            }
            PackageFile promise = promise(path, root);
            for (String owner : owners) {
                SoftwarePackage.Builder to = packages.get(owner);
                if (to != null) {
                    to.file(promise);
                }
            }
        }
    }

    private static PackageFile promise(ChiselPath path, ImagePath root) {
        ImagePath place = root.resolve(RawText.ofLatin1(path.path().latin1().substring(1)));
        EntryType type =
                path.isDirectory() ? EntryType.DIRECTORY : path.link() != null ? EntryType.SYMLINK : EntryType.FILE;
        PackageFile.Builder promise =
                PackageFile.at(place, "chisel.manifest").type(type).target(path.link());
        if (type != EntryType.SYMLINK) {
            promise.mode(path.mode());
        }
        // The manifest cannot hold its own checksum, and says a size of 0.
        return type == EntryType.FILE && path.expected() != null
                ? promise.digest(path.expected()).size(path.size()).build()
                : promise.build();
    }

    /** The package of a slice: names of packages have no underscore. */
    private static String owner(String slice) {
        int underscore = slice.indexOf('_');
        return underscore < 0 ? slice : slice.substring(0, underscore);
    }

    private static Label label(@Nullable Distro distro) {
        return distro == null || distro.id().equals("unknown") ? new Label("deb", "ubuntu", null) : Label.of(distro);
    }
}
