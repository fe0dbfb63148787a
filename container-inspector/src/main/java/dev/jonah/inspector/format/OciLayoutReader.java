package dev.jonah.inspector.format;

import dev.jonah.image.Blob;
import dev.jonah.image.ImageDescription;
import dev.jonah.image.ImageReader;
import dev.jonah.image.ImageSelection;
import dev.jonah.image.ImageSource;
import dev.jonah.image.UnreadableImageException;
import java.io.IOException;
import java.util.List;

/** Reads an OCI image layout (image-layout.md), as a directory or as a tar archive. */
public final class OciLayoutReader implements ImageReader {
    @Override
    public String id() {
        return "jonah.image.oci";
    }

    @Override
    public List<String> formats() {
        return List.of("oci", "oci-layout", "oci-archive");
    }

    @Override
    public int precedence() {
        return 110;
    }

    @Override
    public boolean recognises(ImageSource source) throws IOException {
        return source.has("index.json") && (source.has("oci-layout") || source.directory() == null);
    }

    @Override
    public ImageDescription describe(ImageSource source, ImageSelection selection) throws IOException {
        Blob top = source.member("index.json");
        if (top == null) {
            throw new UnreadableImageException(source.name() + " is no OCI layout: it has no index.json");
        }
        OciManifest.Blobs blobs = digest -> source.member(OciDigest.member(digest));
        OciIndex index = OciIndex.read("index.json", top, blobs, selection);
        OciIndex.Candidate image = index.choose();
        return index.manifest(image, selection)
                .describe(
                        source.directory() == null ? "oci-archive" : "oci-layout",
                        image.names(),
                        image.platform(),
                        index.attachments(),
                        blobs,
                        selection);
    }
}
