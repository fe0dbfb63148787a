package dev.jonah.image;

import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One path that is visible in a {@link FileTree}, with its metadata and the layer that it came from. Immutable. */
public interface FileEntry {
    /** Where it is. */
    ImagePath path();

    /** What it is. */
    EntryType type();

    /** Permission bits with set-id and sticky bits ({@code 07777}); 0777 for symbolic links. */
    int mode();

    /** Numeric owner. */
    long uid();

    /** Numeric group. */
    long gid();

    /** Bytes of the content; 0 for everything that is not a regular file. */
    long size();

    /** Seconds since 1970 of the last change; may be negative. */
    long modified();

    /**
     * The target of a symbolic link as written; for a hard link the path of the entry it links to; else null.
     */
    @Nullable
    RawText target();

    /** The number of a device node; else null. */
    @Nullable
    Device device();

    /** Extended attributes by name, such as {@code security.capability}; mostly empty. */
    Map<String, RawText> attributes();

    /** The bytes of a regular file; null for everything else and where the layer does not hold them (a damaged layer). */
    @Nullable
    Content content();

    /** Index of the layer, from 0 at the bottom, that brought this version of the entry. */
    int layer();

    /** True for a directory that no layer has an entry for: it is implied by what lies in it. */
    boolean implied();

    /** Whether this is a directory. */
    default boolean isDirectory() {
        return type() == EntryType.DIRECTORY;
    }
}
