package dev.jonah.inspector.bytes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Formats that somebody may take for an image or a layer, and that are none which is read here: so that the message says what
 * it is instead of what it is not.
 *
 * @param name with its article: {@code a ZIP archive}
 * @param offset where the magic stands
 * @param magic one character per byte
 */
public record Signature(String name, int offset, String magic) {
    /** How many bytes {@link #nameOf} wants to see. */
    public static final int HEAD = 0x8006;

    private static final List<Signature> ALL = List.of(
            new Signature("a SIF image", 32, "SIF_MAGIC"),
            new Signature("a QCOW disk", 0, "QFI\u00fb"),
            new Signature("a VMDK disk", 0, "KDMV"),
            new Signature("a VMDK disk", 0, "# Disk DescriptorFile"),
            new Signature("a VHDX disk", 0, "vhdxfile"),
            new Signature("a VHD disk", 0, "conectix"),
            new Signature("a squashfs", 0, "hsqs"),
            new Signature("an EROFS", 1024, "\u00e2\u00e1\u00f5\u00e0"),
            new Signature("an ext file system", 1080, "S\u00ef"),
            new Signature("an ISO 9660 image", 0x8001, "CD001"),
            new Signature("a ZIP archive", 0, "PK\u0003\u0004"),
            new Signature("a 7z archive", 0, "7z\u00bc\u00af'\u001c"),
            new Signature("a cpio archive", 0, "07070"),
            new Signature("a package of rpm", 0, "\u00ed\u00ab\u00ee\u00db"),
            new Signature("a package of dpkg", 0, "!<arch>\ndebian"),
            new Signature("an ELF program", 0, "\u007fELF"),
            new Signature("compressed with lz4", 0, "\u0004\"M\u0018"),
            new Signature("compressed with lzma", 0, "]\0\0"),
            new Signature("compressed with lzip", 0, "LZIP"),
            new Signature("compressed with lzop", 0, "\u0089LZO"),
            new Signature("compressed with compress", 0, "\u001f\u009d"));

    /** What bytes that begin so are, or null if they are none of these. */
    public static @Nullable String nameOf(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        for (Signature signature : ALL) {
            if (text.startsWith(signature.magic, signature.offset)) {
                return signature.name;
            }
        }
        return null;
    }
}
