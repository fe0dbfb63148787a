package dev.jonah.appdb.dotnet.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A library of a {@link DependencyManifest}.
 *
 * @param name as written, its case kept
 * @param version as written, or null
 * @param type {@code package}, {@code project}, {@code runtimepack}, {@code reference}, {@code referenceassembly}; or
 *     null
 * @param sha512 of the package's archive as {@code sha512-} and base64, or null
 * @param path directory in a folder of packages, or null
 * @param hashPath file with the archive's checksum in that directory, or null
 * @param compileOnly whether it is for the compiler only
 * @param dependencies versions by name, in order
 * @param assets its files, in order
 */
public record Library(
        String name,
        @Nullable String version,
        @Nullable String type,
        @Nullable String sha512,
        @Nullable String path,
        @Nullable String hashPath,
        boolean compileOnly,
        Map<String, String> dependencies,
        List<Asset> assets) {
    /** What a file is for. */
    public enum AssetKind {
        /** Managed code. */
        RUNTIME,
        /** Texts of one language. */
        RESOURCES,
        /** Machine code. */
        NATIVE,
        /** Managed or machine code of one platform among several that lie there. */
        RUNTIME_TARGET
    }

    /**
     * A file of a library.
     *
     * @param kind what it is for
     * @param path in the package, not beside the application: {@code lib/net8.0/A.dll}
     * @param localPath beside the application, as .NET 10 writes it; or null
     * @param locale language of {@link AssetKind#RESOURCES}, or null
     * @param platform runtime identifier of {@link AssetKind#RUNTIME_TARGET}, or null
     * @param assemblyVersion or null
     * @param fileVersion or null
     */
    public record Asset(
            AssetKind kind,
            String path,
            @Nullable String localPath,
            @Nullable String locale,
            @Nullable String platform,
            @Nullable String assemblyVersion,
            @Nullable String fileVersion) {}

    /** Copies map and list. */
    public Library {
        dependencies = Collections.unmodifiableMap(new LinkedHashMap<>(dependencies));
        assets = List.copyOf(assets);
    }
}
