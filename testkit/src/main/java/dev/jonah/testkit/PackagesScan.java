package dev.jonah.testkit;

import dev.jonah.diagnostic.Limits;
import dev.jonah.distro.Distro;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.TrustedKey;
import dev.jonah.value.RawText;
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
 * @param publicKeys keys that the caller trusts
 * @param diagnostics what was reported so far
 * @param keys the keys that were handed over so far
 */
public record PackagesScan(
        FileTree tree,
        @Nullable Distro distro,
        boolean wantsFiles,
        Limits limits,
        List<RawText> publicKeys,
        CollectedDiagnostics diagnostics,
        List<TrustedKey> keys)
        implements PackageScan {
    /** Without public keys. */
    public PackagesScan(
            FileTree tree,
            @Nullable Distro distro,
            boolean wantsFiles,
            Limits limits,
            CollectedDiagnostics diagnostics) {
        this(tree, distro, wantsFiles, limits, List.of(), diagnostics, new ArrayList<>());
    }

    /** The same of this distribution. */
    public PackagesScan withDistro(@Nullable Distro value) {
        return new PackagesScan(tree, value, wantsFiles, limits, publicKeys, diagnostics, keys);
    }

    /** The same within these bounds. */
    public PackagesScan withLimits(Limits value) {
        return new PackagesScan(tree, distro, wantsFiles, value, publicKeys, diagnostics, keys);
    }

    /** The same for whoever does not want promised files. */
    public PackagesScan withoutFiles() {
        return new PackagesScan(tree, distro, false, limits, publicKeys, diagnostics, keys);
    }

    /** The same for a caller who trusts these keys, each as the bytes of a file. */
    public PackagesScan withPublicKeys(List<RawText> value) {
        return new PackagesScan(tree, distro, wantsFiles, limits, List.copyOf(value), diagnostics, keys);
    }

    @Override
    public void trusts(TrustedKey key) {
        keys.add(key);
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
