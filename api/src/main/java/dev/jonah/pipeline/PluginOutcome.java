package dev.jonah.pipeline;

/**
 * How a plugin fared in a scan.
 *
 * @param id its id
 * @param kind simple name of its SPI
 * @param version its version
 * @param outcome how it went
 */
public record PluginOutcome(String id, String kind, int version, Outcome outcome) implements Comparable<PluginOutcome> {
    /** How it went. */
    public enum Outcome {
        /** There was nothing for it. */
        NOT_APPLICABLE,
        /** All was read. */
        COMPLETE,
        /** Part was read. */
        PARTIAL,
        /** Nothing was read. */
        FAILED
    }

    /** By kind, then id. */
    @Override
    public int compareTo(PluginOutcome other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : id.compareTo(other.id);
    }
}
