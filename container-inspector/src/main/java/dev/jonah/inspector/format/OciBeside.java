package dev.jonah.inspector.format;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.AttachedDocument;
import dev.jonah.image.Blob;
import dev.jonah.image.ImageSelection;
import dev.jonah.image.ImageSource;
import dev.jonah.image.UnreadableImageException;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the OCI layout says that lies beside a {@code manifest.json} of Docker; nothing if there is none, or it is broken as
 * old versions of Docker wrote it.
 *
 * @param manifest digest of the manifest with the configuration asked for, or null
 * @param attachments what is no image
 */
record OciBeside(@Nullable Digest manifest, List<AttachedDocument> attachments) {
    private static final OciBeside NOTHING = new OciBeside(null, List.of());

    static OciBeside of(ImageSource source, @Nullable Digest config, ImageSelection selection) throws IOException {
        Blob top = source.member("index.json");
        if (top == null) {
            return NOTHING;
        }
        ImageSelection quiet = new ImageSelection(null, null, selection.limits(), diagnostic -> {});
        try {
            OciIndex index = OciIndex.read("index.json", top, digest -> source.member(OciDigest.member(digest)), quiet);
            return new OciBeside(config == null ? null : manifest(index, config, selection), index.attachments());
        } catch (UnreadableImageException | LimitExceededException e) {
            return NOTHING;
        }
    }

    private static @Nullable Digest manifest(OciIndex index, Digest config, ImageSelection selection)
            throws IOException {
        for (OciIndex.Candidate candidate : index.candidates()) {
            if (config.toString().equals(candidate.config())) {
                return index.manifest(candidate, selection).digest();
            }
        }
        return null;
    }
}
