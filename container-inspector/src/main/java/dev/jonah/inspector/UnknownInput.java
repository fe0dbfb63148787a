package dev.jonah.inspector;

import dev.jonah.image.Blob;
import dev.jonah.image.ImageSource;
import dev.jonah.inspector.bytes.BlobStream;
import dev.jonah.inspector.bytes.Signature;
import dev.jonah.inspector.source.ArchiveSource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says what an input is that no reader recognises, as far as its first bytes tell. */
final class UnknownInput {
    private UnknownInput() {}

    /** One sentence; {@code unwrapping} is what went wrong when compression was taken off, or null. */
    static String describe(ImageSource source, @Nullable String unwrapping) throws IOException {
        String damage = unwrapping == null && source instanceof ArchiveSource archive ? archive.damage() : unwrapping;
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
        String known = Signature.nameOf(new BlobStream(bytes).readNBytes(Signature.HEAD));
        return source.name()
                + " is "
                + (known != null
                        ? known + ", which is not supported"
                        : "not an image archive: it has no manifest.json, index.json or repositories, and does not look"
                                + " like a root file system; rootfs-tar:PATH forces that");
    }
}
