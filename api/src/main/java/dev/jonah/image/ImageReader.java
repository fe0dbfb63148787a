package dev.jonah.image;

import dev.jonah.plugin.Plugin;
import java.io.IOException;
import java.util.List;

/**
 * SPI: recognises one kind of image in an input and opens it. Readers are asked in the order of {@link #precedence()},
 * then of their ids, and the first that recognises an input opens it.
 */
public interface ImageReader extends Plugin {
    /** Names that force this reader on the command line, such as {@code docker-archive}. */
    List<String> formats();

    /** Lower is asked earlier: 100 for formats with a signature, 900 for those that accept anything. */
    int precedence();

    /** Whether the content looks like this kind; reads little, and never guesses by the name. */
    boolean recognises(ImageSource source) throws IOException;

    /**
     * Reads what the input says about the image: its manifest, and where each layer lies. Layers are read afterwards.
     *
     * @throws UnreadableImageException if it is broken beyond use, or several images fit
     */
    ImageDescription describe(ImageSource source, ImageSelection selection) throws IOException;
}
