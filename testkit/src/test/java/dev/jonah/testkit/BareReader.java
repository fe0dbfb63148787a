package dev.jonah.testkit;

import dev.jonah.image.Blob;
import dev.jonah.image.ImageConfig;
import dev.jonah.image.ImageDescription;
import dev.jonah.image.ImageReader;
import dev.jonah.image.ImageSelection;
import dev.jonah.image.ImageSource;
import dev.jonah.image.Platform;
import dev.jonah.image.UnreadableImageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Images of {@code BARE}, the number of the only layer's bytes as one byte, and those. */
public final class BareReader implements ImageReader {
    @Override
    public String id() {
        return "acme.bare";
    }

    @Override
    public List<String> formats() {
        return List.of("bare");
    }

    @Override
    public int precedence() {
        return 100;
    }

    @Override
    public boolean recognises(ImageSource source) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(4);
        return source.bytes() != null
                && source.bytes().read(head, 0) == 4
                && head.flip().equals(ByteBuffer.wrap(new byte[] {'B', 'A', 'R', 'E'}));
    }

    @Override
    public ImageDescription describe(ImageSource source, ImageSelection selection) throws IOException {
        Blob bytes = source.bytes();
        ByteBuffer length = ByteBuffer.allocate(1);
        if (bytes.read(length, 4) < 1 || bytes.size() != 5 + (length.get(0) & 0xff)) {
            throw new UnreadableImageException("the image is cut off");
        }
        return new ImageDescription(
                "bare",
                List.of(),
                null,
                null,
                Platform.UNKNOWN,
                ImageConfig.NONE,
                List.of(new ImageDescription.StoredLayer(
                        "the layer", bytes.slice(5, bytes.size() - 5), null, null, null, null, null, null, null)),
                List.of());
    }
}
