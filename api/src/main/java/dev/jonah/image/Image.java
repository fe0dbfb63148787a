package dev.jonah.image;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An opened container image, all of whose layers have been indexed. Safe for concurrent reads; closing it invalidates
 * every {@link Content}, whose readers then get an {@code IOException}.
 */
public interface Image extends Closeable {
    /** {@code docker-archive}, {@code oci-layout}, {@code oci-archive}, {@code rootfs-dir}, {@code rootfs-tar}, …. */
    String format();

    /** Names and tags as the archive says, sorted. */
    List<String> names();

    /** Digest of the manifest, or null where there is none. */
    @Nullable
    Digest digest();

    /** Digest of the configuration, or null where there is none. */
    @Nullable
    Digest configDigest();

    /** What it runs on. */
    Platform platform();

    /** How it is meant to be run. */
    ImageConfig config();

    /** Bottom to top. */
    List<Layer> layers();

    /** The root file system with all layers applied. */
    FileTree tree();

    /**
     * The root file system after layer {@code layer}.
     *
     * @throws IndexOutOfBoundsException if there is no such layer
     */
    FileTree treeAt(int layer);

    /**
     * The entries of one layer in the order stored, whiteouts and repeated ones too.
     *
     * @throws IndexOutOfBoundsException if there is no such layer
     */
    Stream<LayerEntry> entries(int layer);

    /** Every version that this path ever had, bottom to top; links are not followed. */
    List<FileVersion> versions(ImagePath path);

    /** Versions that are not directories, are no longer visible and are still shipped; by layer, then path. */
    List<FileVersion> hidden();

    /** What lies in the archive beside the image. */
    List<AttachedDocument> attachments();

    /** What was noticed while the image was opened. */
    List<Diagnostic> diagnostics();

    /** False if a layer is missing, damaged or not what its digest says. */
    boolean complete();

    /** Closes files and deletes what was spooled. Further calls do nothing. */
    @Override
    void close() throws IOException;
}
