package dev.jonah.pipeline;

/** Watches a scan. Steps begin on the thread that scans; how far they are, and what is read, is told from any thread. */
public interface ScanListener {
    /** Watches nothing. */
    ScanListener NONE = new ScanListener() {};

    /** So many of so many bytes of the image's layers have been read. */
    default void reading(long bytes, long total) {}

    /** A step begins; {@code number} of {@code steps}, from 1. */
    default void stepBegins(String name, int number, int steps) {}

    /** The step that runs has done so many of so many pieces. */
    default void progress(long done, long total) {}
}
