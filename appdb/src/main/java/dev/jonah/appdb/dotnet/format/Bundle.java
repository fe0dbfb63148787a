package dev.jonah.appdb.dotnet.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of a single-file application (dotnet/designs, "single-file/bundler.md"): a host with files appended to it.
 *
 * @param majorVersion of the layout: 1 (.NET Core 3), 2 (.NET 5), 6 (.NET 6 and newer)
 * @param minorVersion of the layout
 * @param id of the bundle, a part of the name of the directory that it is unpacked to
 * @param flags bit 0: all files are unpacked at the start, as .NET Core 3 did; 0 in version 1
 * @param files in the order of the table
 */
public record Bundle(int majorVersion, int minorVersion, String id, long flags, List<BundledFile> files) {
    /** What a file of a bundle is. */
    public enum FileType {
        /** Something of the application that is none of the others. */
        UNKNOWN,
        /** Managed code. */
        ASSEMBLY,
        /** Machine code. */
        NATIVE_BINARY,
        /** The {@code .deps.json}. */
        DEPENDENCY_MANIFEST,
        /** The {@code .runtimeconfig.json}. */
        RUNTIME_CONFIGURATION,
        /** For debuggers. */
        SYMBOLS
    }

    /**
     * A file of a bundle.
     *
     * @param offset in the program
     * @param size bytes of the content
     * @param compressedSize bytes in the program if it is compressed (RFC 1951), else 0
     * @param type what it is
     * @param path relative to the application's directory
     */
    public record BundledFile(long offset, long size, long compressedSize, FileType type, String path) {}

    /** Copies the list. */
    public Bundle {
        files = List.copyOf(files);
    }

    /** The first file of this type, or null. */
    public @Nullable BundledFile first(FileType type) {
        for (BundledFile file : files) {
            if (file.type() == type) {
                return file;
            }
        }
        return null;
    }
}
