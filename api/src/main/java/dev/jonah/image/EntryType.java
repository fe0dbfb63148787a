package dev.jonah.image;

import java.util.Locale;

/** What kind of entry a path of an image is. */
public enum EntryType {
    /** A regular file. */
    FILE,
    /** A further name of a regular file; it shares mode, owner and content with the name it links to. */
    HARDLINK,
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
    /** A socket; only directories of the host hold such. */
    SOCKET;

    /** Whether there are bytes to read: a file or a hard link to one. */
    public boolean isRegular() {
        return this == FILE || this == HARDLINK;
    }

    /** The name in JSON: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
