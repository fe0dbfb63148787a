package dev.jonah.distro;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.FileTree;
import dev.jonah.plugin.Plugin;
import java.io.IOException;
import java.util.function.Consumer;

/** SPI: looks for one kind of evidence of a distribution. All detectors are asked and every opinion is kept. */
public interface DistroDetector extends Plugin {
    /**
     * Hands over every opinion, the surest first; nothing if there is no evidence.
     *
     * @throws IOException if the image cannot be read; what was handed over counts all the same
     */
    void detect(Scan scan, Consumer<Distro> out) throws IOException;

    /** What a detector works with. Used by one thread. */
    interface Scan {
        /** The root file system. */
        FileTree tree();

        /** Bounds to keep. */
        Limits limits();

        /** Takes what is noticed. */
        Diagnostics diagnostics();
    }
}
