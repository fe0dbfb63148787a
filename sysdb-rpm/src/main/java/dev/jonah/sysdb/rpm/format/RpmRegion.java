package dev.jonah.sysdb.rpm.format;

/**
 * The part of a header that was made when the package was built and never changes: its checksums and signatures are about
 * it. Entries after it are added at installation.
 *
 * @param tag {@link RpmTag#HEADERIMMUTABLE}, or the older {@link RpmTag#HEADERIMAGE}
 * @param entries how many entries of the index belong to it, from the first on
 * @param length bytes of data that belong to it, from the first on
 */
public record RpmRegion(int tag, int entries, int length) {}
