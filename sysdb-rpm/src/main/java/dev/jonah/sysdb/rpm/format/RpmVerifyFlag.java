package dev.jonah.sysdb.rpm.format;

/** What a package wants to be compared: the bits of {@link RpmTag#FILEVERIFYFLAGS}; all of them by default. */
public enum RpmVerifyFlag {
    /** Checksum of the content. */
    DIGEST(0),
    /** Bytes of the content. */
    SIZE(1),
    /** Target of a symbolic link. */
    LINK(2),
    /** Owner. */
    USER(3),
    /** Group. */
    GROUP(4),
    /** Time of the last change. */
    MTIME(5),
    /** Type and permissions. */
    MODE(6),
    /** Number of a device node. */
    DEVICE(7),
    /** File capabilities. */
    CAPABILITIES(8);

    /** Every bit set: what a file has of which nothing is recorded. */
    public static final int ALL = -1;

    private final int mask;

    RpmVerifyFlag(int bit) {
        this.mask = 1 << bit;
    }

    /** Whether it is among these flags. */
    public boolean isIn(int flags) {
        return (flags & mask) != 0;
    }
}
