package dev.jonah.appdb.java.zip;

import dev.jonah.value.RawText;

/**
 * One entry as the central directory has it (APPNOTE 4.3.12), with the fields of its zip64 extension in their places. Any
 * of it may be a lie.
 *
 * @param name as written; directories end with a slash
 * @param flags general purpose bits
 * @param method 0 stored, 8 deflated
 * @param crc CRC-32 of the content, as an unsigned number
 * @param compressedSize bytes in the archive
 * @param size bytes of the content
 * @param offset of the local header, from where the archive says that it begins
 * @param attributes external attributes; the upper half holds the mode on Unix
 */
public record ZipEntryHead(
        RawText name, int flags, int method, long crc, long compressedSize, long size, long offset, long attributes) {
    /** Neither compressed nor changed in any way. */
    public static final int STORED = 0;

    /** RFC 1951. */
    public static final int DEFLATED = 8;

    /** Whether it is a directory, by its name. */
    public boolean isDirectory() {
        return name.latin1().endsWith("/");
    }

    /** Whether its content is encrypted, in whatever way. */
    public boolean isEncrypted() {
        return (flags & 0x41) != 0;
    }

    /** Whether a careless reader would write outside of its directory: absolute, with a drive, or with {@code ..}. */
    public boolean escapes() {
        String text = name.latin1().replace('\\', '/');
        return text.startsWith("/")
                || text.indexOf('\0') >= 0
                || text.length() > 1 && text.charAt(1) == ':'
                || text.equals("..")
                || text.startsWith("../")
                || text.contains("/../")
                || text.endsWith("/..");
    }
}
