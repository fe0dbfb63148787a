package dev.jonah.sysdb.rpm.format;

/** What a package says of a file: the bits of {@link RpmTag#FILEFLAGS}. */
public enum RpmFileFlag {
    /** {@code %config}: configuration that somebody may edit. */
    CONFIG(0, 'c'),
    /** {@code %doc}: documentation, which may be left out. */
    DOC(1, 'd'),
    /** An icon; no longer in use. */
    ICON(2, ' '),
    /** {@code %config(missingok)}: it may be absent. */
    MISSINGOK(3, 'm'),
    /** {@code %config(noreplace)}: an upgrade keeps an edited one. */
    NOREPLACE(4, 'n'),
    /** The recipe of a source package. */
    SPECFILE(5, 's'),
    /** {@code %ghost}: the name is the package's, the content is not. */
    GHOST(6, 'g'),
    /** {@code %license}. */
    LICENSE(7, 'l'),
    /** {@code %readme}. */
    README(8, 'r'),
    /** A public key of a source package. */
    PUBKEY(11, ' '),
    /** Made by the build, such as links by build id. */
    ARTIFACT(12, 'a');

    private final int mask;
    private final char letter;

    RpmFileFlag(int bit, char letter) {
        this.mask = 1 << bit;
        this.letter = letter;
    }

    /** Whether it is among these flags. */
    public boolean isIn(int flags) {
        return (flags & mask) != 0;
    }

    /** The letter that {@code rpm -V} prints for it; a blank if there is none. */
    public char letter() {
        return letter;
    }
}
