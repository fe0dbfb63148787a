package dev.jonah.image;

import dev.jonah.plugin.Plugin;
import java.io.IOException;

/**
 * SPI: turns an input into an {@link Image}. There is normally one, the inspector of this project, which asks the {@link
 * ImageReader}s and {@link LayerReader}s that it finds.
 */
public interface ImageOpener extends Plugin {
    /**
     * Opens an image and indexes all its layers.
     *
     * @throws UnreadableImageException if the input is no image that can be read, or not the one asked for
     * @throws dev.jonah.diagnostic.LimitExceededException if a limit stops the reading
     * @throws IOException if the medium fails
     */
    Image open(OpenRequest request) throws IOException;
}
