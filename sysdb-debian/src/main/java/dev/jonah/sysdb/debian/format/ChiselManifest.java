package dev.jonah.sysdb.debian.format;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Chisel put into a root file system: slices of Debian packages. Its objects of the kind
 * "content" repeat what those of the kind "path" say, and are not kept.
 *
 * @param schema version of the schema, or null
 * @param packages in the order of the file
 * @param slices names, {@code PACKAGE_SLICE}
 * @param paths in the order of the file
 * @param problems what is not as it should be
 * @param failure why the file could not be read to its end, or null if it was
 */
public record ChiselManifest(
        @Nullable String schema,
        List<ChiselPackage> packages,
        List<String> slices,
        List<ChiselPath> paths,
        List<Problem> problems,
        @Nullable IOException failure) {
    /** Copies the lists. */
    public ChiselManifest {
        packages = List.copyOf(packages);
        slices = List.copyOf(slices);
        paths = List.copyOf(paths);
        problems = List.copyOf(problems);
    }
}
