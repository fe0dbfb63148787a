package dev.jonah.appdb.java.signature;

import dev.jonah.appdb.java.format.Manifest;
import dev.jonah.appdb.java.format.ManifestReader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A section of a manifest, by its place: digests are of its bytes.
 *
 * @param start of its first line
 * @param attributes of the first line after its name
 * @param end after the empty line that ends it
 * @param next another section of the same name, or null
 * @param count how many of this name there are from here on
 */
record Section(int start, int attributes, int end, @Nullable Section next, int count) {
    /** Bytes of this section. */
    int length() {
        return end - start;
    }

    /** The attributes beside the name. */
    Manifest read(byte[] manifest) {
        return ManifestReader.read(Arrays.copyOfRange(manifest, attributes, end));
    }
}
