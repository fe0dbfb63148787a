package dev.jonah.inspector.format;

import dev.jonah.image.AttachedDocument;
import dev.jonah.image.Blob;
import dev.jonah.image.ImageDescription;
import dev.jonah.image.ImageReader;
import dev.jonah.image.ImageSelection;
import dev.jonah.image.ImageSource;
import dev.jonah.image.Platform;
import dev.jonah.image.UnreadableImageException;
import dev.jonah.inspector.bytes.BlobStream;
import dev.jonah.inspector.format.OciManifest.Blobs;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code skopeo copy … dir:} writes: a manifest as {@code manifest.json}, and blobs named by the hexadecimal
 * part of their digests. With {@code --all} that manifest is an index, and those of the platforms are {@code
 * HEX.manifest.json}. A tar archive of such a directory is read too.
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
            Json json = Json.read(MANIFEST, new BlobStream(manifest).readAllBytes());
            return OciManifest.isManifest(json) || OciManifest.isIndex(json);
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
        Blobs blobs = digest -> {
            String hex = digest.substring(digest.indexOf(':') + 1);
            Blob plain = source.member(hex);
            return plain != null ? plain : source.member(hex + ".manifest.json");
        };
        OciManifest top = OciManifest.read(MANIFEST, blob, null, selection);
        if (!OciManifest.isIndex(top.json())) {
            return describe(top, null, List.of(), blobs, selection);
        }
        OciIndex index = OciIndex.read(MANIFEST, blob, blobs, selection);
        OciIndex.Candidate image = index.choose();
        return describe(index.manifest(image, selection), image.platform(), index.attachments(), blobs, selection);
    }

    private static ImageDescription describe(
            OciManifest manifest,
            @Nullable Platform platform,
            List<AttachedDocument> attachments,
            Blobs blobs,
            ImageSelection selection)
            throws IOException {
        if (manifest.artifactType() != null) {
            throw new UnreadableImageException(
                    MANIFEST + ": no image in it, only an artifact: " + manifest.artifactType());
        }
        return manifest.describe("skopeo-dir", List.of(), platform, attachments, blobs, selection);
    }
}
