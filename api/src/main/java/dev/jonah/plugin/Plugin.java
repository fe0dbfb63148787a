package dev.jonah.plugin;

/**
 * One capability that a jar adds. Providers are public classes with a public constructor without parameters, named in
 * {@code META-INF/services}; they keep no state, so that one instance serves many threads and scans.
 */
public interface Plugin {
    /**
     * Stable, unique id: lower-case words of letters, digits and hyphens, joined by dots, at least two:
     * {@code acme.pacman}. The prefix {@code jonah.} is reserved for the plugins of this project.
     */
    String id();

    /** Raised whenever the same input may give another result: caches depend on it. From 1 on. */
    default int version() {
        return 1;
    }
}
