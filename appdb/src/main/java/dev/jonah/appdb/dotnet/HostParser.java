package dev.jonah.appdb.dotnet;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds what .NET installs beside shared frameworks, by the directories that its host looks into: the host itself,
 * {@code host/fxr/<version>}, and SDKs, {@code sdk/<version>}. The host owns the program {@code dotnet} and the notes
 * beside it, an SDK its directory and what SDKs share, but for packs, which are packages of NuGet; nobody recorded what
 * they should contain.
 */
public final class HostParser implements ManifestParser {
    private static final String HOST = "libhostfxr.so";
    private static final String SDK = "dotnet.dll";

    /** Found as a service. */
    public HostParser() {}

    @Override
    public String id() {
        return "jonah.appdb.dotnet-host";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named(HOST, SDK);
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                ".NET hosts and SDKs",
                "the directories `host/fxr/<version>`, `sdk/<version>` and `packs` beside the program `dotnet`",
                "the host's library, `dotnet` and the notes beside it; for an SDK and a pack all that lies in its"
                        + " directory",
                "**nothing**: what somebody adds to or changes in an SDK's directory is `OWNED` like the rest");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) {
        ImagePath path = manifest.path();
        ImagePath directory = path.parent();
        ImagePath above = directory == null ? null : directory.parent();
        ImagePath higher = above == null ? null : above.parent();
        if (directory == null || above == null || higher == null || !isVersion(directory.fileName())) {
            return;
        }
        if (path.fileName().equals(SDK)
                && above.fileName().equals("sdk")
                && has(directory.resolve("dotnet.deps.json"), scan.tree())) {
            new SdkLayout(path, higher, scan).describe(directory, isNewest(directory, above, scan.tree()), out);
        }
        ImagePath root = higher.parent();
        if (root != null
                && path.fileName().equals(HOST)
                && above.fileName().equals("fxr")
                && higher.fileName().equals("host")) {
            host(path, above, root, scan, out);
        }
    }

    private static void host(
            ImagePath library, ImagePath versions, ImagePath root, PackageScan scan, Consumer<SoftwarePackage> out) {
        ImagePath directory = library.parent();
        String version = directory == null ? "" : directory.fileName();
        SoftwarePackage.Builder builder = SoftwarePackage.of(
                        Purl.of("generic", "dotnet-host").version(version).build(), Kind.APPLICATION, library)
                .file(PackageFile.at(library, "dotnet.layout").build());
        // One program serves all versions; it comes with the newest.
        boolean newest = directory != null && isNewest(directory, versions, scan.tree());
        for (String name : newest ? List.of("dotnet", "LICENSE.txt", "ThirdPartyNotices.txt") : List.<String>of()) {
            if (has(root.resolve(name), scan.tree())) {
                builder.file(PackageFile.at(root.resolve(name), "dotnet.layout")
                        .note("where .NET lays it out")
                        .build());
            }
        }
        out.accept(builder.build());
    }

    /** Whether no other directory beside this one has a higher version for its name. */
    private static boolean isNewest(ImagePath directory, ImagePath versions, FileTree tree) {
        String version = core(directory.fileName());
        return tree.children(versions).stream()
                .map(entry -> entry.path().fileName())
                .filter(HostParser::isVersion)
                .noneMatch(other -> AssemblyVersion.compare(core(other), version) > 0);
    }

    private static boolean has(ImagePath path, FileTree tree) {
        return tree.find(path).filter(entry -> !entry.isDirectory()).isPresent();
    }

    static boolean isVersion(String name) {
        return Versions.PATTERN.matcher(name).matches();
    }

    /** The numbers before what marks a preview. */
    private static String core(String version) {
        int hyphen = version.indexOf('-');
        return hyphen < 0 ? version : version.substring(0, hyphen);
    }

    private static final class Versions {
        static final Pattern PATTERN = Pattern.compile("\\d{1,5}(\\.\\d{1,5}){1,3}(-[0-9A-Za-z.-]{1,100})?");

        private Versions() {}
    }
}
