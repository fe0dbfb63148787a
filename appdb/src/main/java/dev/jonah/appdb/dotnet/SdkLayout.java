package dev.jonah.appdb.dotnet;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * What SDKs install: a directory for each version, and beside it directories that all of them share and the newest
 * brought. Among these, {@code packs} holds packages of NuGet, {@code <name>/<version>}, without what NuGet writes of
 * them.
 */
final class SdkLayout {
    private static final List<String> SHARED = List.of("library-packs", "metadata", "sdk-manifests", "templates");

    private final ImagePath program;
    private final ImagePath root;
    private final PackageScan scan;

    /** Of the SDK with this program; {@code root} is where {@code sdk} lies. */
    SdkLayout(ImagePath program, ImagePath root, PackageScan scan) {
        this.program = program;
        this.root = root;
        this.scan = scan;
    }

    void describe(ImagePath directory, boolean newest, Consumer<SoftwarePackage> out) {
        SoftwarePackage.Builder sdk = SoftwarePackage.of(
                Purl.of("generic", "dotnet-sdk").version(directory.fileName()).build(), Kind.APPLICATION, program);
        below(directory, sdk);
        if (newest) {
            SHARED.forEach(name -> below(root.resolve(name), sdk));
        }
        out.accept(sdk.build());
        if (newest) {
            packs(out);
        }
    }

    private void packs(Consumer<SoftwarePackage> out) {
        FileTree tree = scan.tree();
        for (FileEntry name : tree.children(root.resolve("packs"))) {
            for (FileEntry version : tree.children(name.path())) {
                if (version.isDirectory() && HostParser.isVersion(version.path().fileName())) {
                    SoftwarePackage.Builder pack = SoftwarePackage.of(
                            Purl.of("nuget", name.path().fileName())
                                    .version(version.path().fileName())
                                    .build(),
                            Kind.APPLICATION,
                            program);
                    below(version.path(), pack);
                    out.accept(pack.build());
                }
            }
        }
    }

    private void below(ImagePath directory, SoftwarePackage.Builder out) {
        Deque<ImagePath> left = new ArrayDeque<>(scan.wantsFiles() ? List.of(directory) : List.of());
        while (!left.isEmpty()) {
            for (FileEntry child : scan.tree().children(left.pop())) {
                if (child.isDirectory()) {
                    left.push(child.path());
                } else {
                    out.file(PackageFile.at(child.path(), "dotnet.layout")
                            .byDirectory()
                            .note("by directory: an SDK has no list of its files")
                            .build());
                }
            }
        }
    }
}
