package dev.jonah.inspector;

import dev.jonah.image.Blob;
import dev.jonah.image.ImageSource;
import dev.jonah.inspector.bytes.BlobStream;
import dev.jonah.inspector.source.ArchiveSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Says what an input is that no reader recognises, as far as its first bytes tell. */
final class UnknownInput {
    private UnknownInput() {}

    static String describe(ImageSource source) throws IOException {
        String damage = source instanceof ArchiveSource archive ? archive.damage() : null;
        return damage == null ? kind(source) : kind(source) + "; it is damaged: " + damage;
    }

    private static String kind(ImageSource source) throws IOException {
        Blob bytes = source.bytes();
        if (bytes == null) {
            return source.name() + " is a directory that no reader recognises";
        }
        if (bytes.size() == 0) {
            return source.name() + " is empty";
        }
        byte[] head = new BlobStream(bytes).readNBytes(512);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String kind = text.startsWith("QFI\u00fb")
                ? "a QCOW disk, which is not supported"
                : text.startsWith("KDMV") || text.startsWith("# Disk DescriptorFile")
                        ? "a VMDK disk, which is not supported"
                        : text.startsWith("hsqs")
                                ? "a squashfs, which is not supported"
                                : text.contains("SIF_MAGIC") ? "a SIF image, which is not supported" : null;
        return source.name()
                + " is "
                + (kind != null
                        ? kind
                        : "not an image archive: it has no manifest.json, index.json or repositories, and does not look"
                                + " like a root file system; rootfs-tar:PATH forces that");
    }
}
