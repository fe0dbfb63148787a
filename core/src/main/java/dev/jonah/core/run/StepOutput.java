package dev.jonah.core.run;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.pipeline.PluginOutcome;
import java.util.List;

/**
 * All that a step leaves behind: what can be written down, so that a later run can go on from there.
 *
 * @param step its name
 * @param version its version
 * @param facts what it found out
 * @param diagnostics what it noticed
 * @param outcomes how the plugins that it asked fared
 */
public record StepOutput(
        String step, int version, Record facts, List<Diagnostic> diagnostics, List<PluginOutcome> outcomes) {
    /** Copies the lists. */
    public StepOutput {
        diagnostics = List.copyOf(diagnostics);
        outcomes = List.copyOf(outcomes);
    }
}
