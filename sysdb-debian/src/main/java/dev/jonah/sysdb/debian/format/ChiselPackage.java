package dev.jonah.sysdb.debian.format;

import dev.jonah.value.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A package that Chisel took slices from.
 *
 * @param name its name
 * @param version its version, or null
 * @param digest checksum of the whole package file, or null
 * @param architecture its architecture, or null
 */
public record ChiselPackage(
        String name,
        @Nullable String version,
        @Nullable Digest digest,
        @Nullable String architecture) {}
