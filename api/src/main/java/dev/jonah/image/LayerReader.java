package dev.jonah.image;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.plugin.Plugin;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * SPI: turns the stored bytes of one layer into entries. The built-in one reads tar, plain or compressed; others may add
 * EROFS or squashfs. Asked in the order of ids; the first that accepts a layer reads it.
 */
public interface LayerReader extends Plugin {
    /**
     * Whether this reader can read a layer that begins so.
     *
     * @param head the first 512 bytes, or fewer if there are no more
     * @param mediaType as the image says, or null; content counts more than that
     */
    boolean accepts(byte[] head, @Nullable String mediaType);

    /**
     * Hands every entry to {@code out} as it is met, so that what was read before damage is kept.
     *
     * @return what the whole was; {@link Summary#problem()} says what is damaged
     * @throws IOException if the medium fails, the image is closed or a limit is exceeded
     */
    Summary read(Scan scan, Consumer<LayerEntry> out) throws IOException;

    /** What a reader works with. Used by one thread. */
    interface Scan {
        /** The layer for messages: {@code layer 2}. */
        String name();

        /** The bytes as stored. */
        Blob stored();

        /** A new, empty place for decompressed bytes, kept until the image is closed. */
        Spool spool();

        /** Bounds to keep. */
        Limits limits();

        /** Takes what is noticed. */
        Diagnostics diagnostics();

        /** Says how many stored bytes have been read, for progress. */
        void progress(long bytes);
    }

    /**
     * Decompressed bytes at hand: on the heap if few, else in the spool directory. Runs of zeros take no room. One thread
     * writes; once it has, any number may read what was written.
     */
    interface Spool extends Blob {
        /**
         * Appends bytes.
         *
         * @throws dev.jonah.diagnostic.LimitExceededException if there is no more room than the limits give
         */
        void write(byte[] bytes, int offset, int length) throws IOException;
    }

    /**
     * What reading a layer came to.
     *
     * @param stored digest of the stored bytes, or null if they were not all read
     * @param diffId digest of the uncompressed bytes, or null if they were not all read
     * @param uncompressedSize how many uncompressed bytes there are, or null if they were not all read
     * @param problem what is damaged or missing, as a sentence; null if the layer is whole
     */
    record Summary(
            @Nullable Digest stored,
            @Nullable Digest diffId,
            @Nullable Long uncompressedSize,
            @Nullable String problem) {}
}
