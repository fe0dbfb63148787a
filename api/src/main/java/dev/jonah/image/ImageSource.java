package dev.jonah.image;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An input that may be an image: a directory of the host or bytes. Compression around an archive has been taken off
 * before a reader sees it.
 */
public interface ImageSource {
    /** What the user called it. */
    String name();

    /** The directory, or null if the input is bytes. */
    @Nullable
    Path directory();

    /** The bytes, decompressed, or null if the input is a directory. */
    @Nullable
    Blob bytes();

    /**
     * The bytes of a member: a file of the archive or directory, by relative name. Links are followed inside the input,
     * never out of it.
     *
     * @return null if there is none, or the input is no archive that can be listed
     */
    @Nullable
    Blob member(String name) throws IOException;

    /** Whether a member of that name is there; as cheap as a look-up. */
    boolean has(String name) throws IOException;
}
