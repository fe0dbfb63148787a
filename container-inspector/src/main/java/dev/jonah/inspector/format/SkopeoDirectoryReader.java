package dev.jonah.inspector.format;

import dev.jonah.image.Blob;
import dev.jonah.image.ImageDescription;
import dev.jonah.image.ImageReader;
import dev.jonah.image.ImageSelection;
import dev.jonah.image.ImageSource;
import dev.jonah.image.UnreadableImageException;
import dev.jonah.inspector.bytes.BlobStream;
import java.io.IOException;
import java.util.List;

/**
 * Reads what {@code skopeo copy … dir:} writes: a manifest as {@code manifest.json}, and blobs named by the hexadecimal
 * part of their digests. A tar archive of such a directory is read too.
 */
public final class SkopeoDirectoryReader implements ImageReader {
    private static final String MANIFEST = "manifest.json";

    @Override
    public String id() {
        return "jonah.image.skopeo-dir";
    }

    @Override
    public List<String> formats() {
        return List.of("skopeo-dir");
    }

    @Override
    public int precedence() {
        return 120;
    }

    @Override
    public boolean recognises(ImageSource source) throws IOException {
        Blob manifest = source.member(MANIFEST);
        if (manifest == null || manifest.size() > 16 << 20) {
            return false;
        }
        try {
            return OciManifest.isManifest(Json.read(MANIFEST, new BlobStream(manifest).readAllBytes()));
        } catch (UnreadableImageException e) {
            return false;
        }
    }

    @Override
    public ImageDescription describe(ImageSource source, ImageSelection selection) throws IOException {
        Blob blob = source.member(MANIFEST);
        if (blob == null) {
            throw new UnreadableImageException(source.name() + " has no " + MANIFEST);
        }
        return OciManifest.read(MANIFEST, blob, null, selection)
                .describe(
                        "skopeo-dir",
                        List.of(),
                        null,
                        List.of(),
                        digest -> source.member(digest.substring(digest.indexOf(':') + 1)),
                        selection);
    }
}
