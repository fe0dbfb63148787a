package dev.jonah.pipeline;

import java.io.IOException;
import java.util.List;

/** A named unit of work of a scan. Stateless: one instance serves many scans. */
public interface Step {
    /** Unique in a pipeline; lower-case words and hyphens. */
    String name();

    /** Raised whenever the same input may give other facts. From 1 on. */
    default int version() {
        return 1;
    }

    /** Names of the steps that must come before this one if they are in the pipeline at all. */
    List<String> after();

    /**
     * Does the work and gives its facts: a record of the package {@code dev.jonah.pipeline}, or of the step's own, made of
     * records, lists, maps with text keys, enums, text, numbers and this library's values.
     *
     * @throws IOException if the image cannot be read at all; what fails for one file or plugin is a diagnostic
     */
    Record run(StepContext context) throws IOException;
}
