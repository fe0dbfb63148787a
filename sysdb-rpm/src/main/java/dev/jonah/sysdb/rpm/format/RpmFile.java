package dev.jonah.sysdb.rpm.format;

import dev.jonah.value.RawText;
import org.jspecify.annotations.Nullable;

/**
 * A file, directory, link or node of a package. What the header does not record is null.
 *
 * @param path as the package says: absolute in binary packages
 * @param mode type and permissions as in {@code st_mode}; 0 is what ghosts without any have
 * @param size bytes of the content
 * @param digest checksum of the content; only regular files have one
 * @param target target of a symbolic link
 * @param flags see {@link RpmFileFlag}
 * @param verifyFlags see {@link RpmVerifyFlag}
 * @param state what became of it at installation
 * @param owner name of the owner
 * @param group name of the group
 * @param uid number of the owner; only packages of rpm 3 have it
 * @param gid number of the group; only packages of rpm 3 have it
 * @param modified seconds since 1970
 * @param device the low 16 bits of a device node's number
 * @param container number of the file system that it was packaged from; with {@code inode} it tells hard links
 * @param inode number of the inode that it was packaged from
 * @param color 0 for files of any word length, 1 for programs of 32 bits, 2 for those of 64
 * @param language locale that it is for
 * @param capabilities file capabilities as text; see {@link RpmCapabilities}
 * @param signature value of the attribute {@code security.ima}: the signature of the content that the kernel would check
 */
public record RpmFile(
        RawText path,
        @Nullable Integer mode,
        @Nullable Long size,
        @Nullable RpmDigest digest,
        @Nullable RawText target,
        int flags,
        int verifyFlags,
        RpmFileState state,
        @Nullable String owner,
        @Nullable String group,
        @Nullable Long uid,
        @Nullable Long gid,
        @Nullable Long modified,
        @Nullable Integer device,
        @Nullable Long container,
        @Nullable Long inode,
        @Nullable Integer color,
        @Nullable String language,
        @Nullable String capabilities,
        @Nullable RawText signature) {
    private static final int TYPE = 0170000;

    /** What the mode says that it is. */
    public enum Type {
        /** A regular file. */
        FILE,
        /** A directory. */
        DIRECTORY,
        /** A symbolic link. */
        SYMLINK,
        /** A character device. */
        CHAR,
        /** A block device. */
        BLOCK,
        /** A named pipe. */
        FIFO,
        /** A socket. */
        SOCKET,
        /** No mode is recorded, or one without a type. */
        UNKNOWN
    }

    /** What it is. */
    public Type type() {
        return switch (mode == null ? 0 : mode & TYPE) {
            case 0100000 -> Type.FILE;
            case 0040000 -> Type.DIRECTORY;
            case 0120000 -> Type.SYMLINK;
            case 0020000 -> Type.CHAR;
            case 0060000 -> Type.BLOCK;
            case 0010000 -> Type.FIFO;
            case 0140000 -> Type.SOCKET;
            default -> Type.UNKNOWN;
        };
    }

    /** Whether the package says this of it. */
    public boolean is(RpmFileFlag flag) {
        return flag.isIn(flags);
    }

    /** Whether the package wants this to be compared. */
    public boolean verifies(RpmVerifyFlag flag) {
        return flag.isIn(verifyFlags);
    }

    /** Whether both are names of one inode, so that they must have the same content. */
    public boolean isHardLinkOf(RpmFile other) {
        return type() == Type.FILE
                && other.type() == Type.FILE
                && inode != null
                && container != null
                && inode.equals(other.inode)
                && container.equals(other.container);
    }
}
