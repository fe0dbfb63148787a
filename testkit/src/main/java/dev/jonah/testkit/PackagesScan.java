package dev.jonah.testkit;

import dev.jonah.diagnostic.Limits;
import dev.jonah.distro.Distro;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scan for packages; made by {@link Scans#packages}.
 *
 * @param tree where to look
 * @param distro the distribution, or null
 * @param wantsFiles whether promised files are wanted
 * @param limits bounds
 * @param diagnostics what was reported so far
 */
public record PackagesScan(
        FileTree tree, @Nullable Distro distro, boolean wantsFiles, Limits limits, CollectedDiagnostics diagnostics)
        implements PackageScan {
    /** The same of this distribution. */
    public PackagesScan withDistro(@Nullable Distro value) {
        return new PackagesScan(tree, value, wantsFiles, limits, diagnostics);
    }

    /** The same within these bounds. */
    public PackagesScan withLimits(Limits value) {
        return new PackagesScan(tree, distro, wantsFiles, value, diagnostics);
    }

    /** The same for whoever does not want promised files. */
    public PackagesScan withoutFiles() {
        return new PackagesScan(tree, distro, false, limits, diagnostics);
    }

    /** What the database hands over, in its order. */
    public List<SoftwarePackage> read(PackageDatabase database) throws IOException {
        List<SoftwarePackage> found = new ArrayList<>();
        database.read(this, found::add);
        return found;
    }

    /** What the parser hands over of all files that it accepts, in path order. */
    public List<SoftwarePackage> parse(ManifestParser parser) throws IOException {
        List<SoftwarePackage> found = new ArrayList<>();
        for (FileEntry entry : tree.matching(parser.accepts()).toList()) {
            parser.parse(entry, this, found::add);
        }
        return found;
    }
}
