package dev.jonah.appdb.java.nativeimage.format;

import dev.jonah.value.RawText;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a program that {@code native-image} compiled.
 *
 * @param version of the compiler, as it writes it; null if it is not there
 * @param sbom a bill of materials in CycloneDX's JSON, compressed by gzip; null if it was built without one
 */
public record NativeImage(
        @Nullable String version, @Nullable RawText sbom) {}
