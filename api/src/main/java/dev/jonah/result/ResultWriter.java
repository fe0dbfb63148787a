package dev.jonah.result;

import dev.jonah.plugin.Plugin;
import java.io.IOException;
import java.io.OutputStream;

/** SPI: writes a result in one format. */
public interface ResultWriter extends Plugin {
    /** The name of the format for {@code -o}: {@code json}. */
    String format();

    /** Writes to {@code out}, which stays open. */
    void write(ScanResult result, OutputStream out) throws IOException;
}
