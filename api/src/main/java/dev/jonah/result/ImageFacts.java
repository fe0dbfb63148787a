package dev.jonah.result;

import dev.jonah.image.AttachedDocument;
import dev.jonah.image.Image;
import dev.jonah.image.ImageConfig;
import dev.jonah.image.Layer;
import dev.jonah.image.Platform;
import dev.jonah.value.Digest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the image as a whole, kept when it is closed. The components are those of {@link Image}.
 *
 * @param format see {@link Image#format()}
 * @param names see {@link Image#names()}
 * @param digest see {@link Image#digest()}
 * @param configDigest see {@link Image#configDigest()}
 * @param platform see {@link Image#platform()}
 * @param config see {@link Image#config()}
 * @param layers see {@link Image#layers()}
 * @param attachments see {@link Image#attachments()}
 */
public record ImageFacts(
        String format,
        List<String> names,
        @Nullable Digest digest,
        @Nullable Digest configDigest,
        Platform platform,
        ImageConfig config,
        List<Layer> layers,
        List<AttachedDocument> attachments) {
    /** Of an open image. */
    public static ImageFacts of(Image image) {
        return new ImageFacts(
                image.format(),
                image.names(),
                image.digest(),
                image.configDigest(),
                image.platform(),
                image.config(),
                image.layers(),
                image.attachments());
    }
}
