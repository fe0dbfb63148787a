package dev.jonah.pipeline;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Image;
import dev.jonah.support.Tasks;
import java.util.List;

/** What a {@link Step} works with. Used by the thread that runs the step. */
public interface StepContext {
    /** The image. */
    Image image();

    /** The facts of this type that earlier steps wrote, in the order of the steps. */
    <F extends Record> List<F> facts(Class<F> type);

    /** Bounds to keep. */
    Limits limits();

    /** Threads to work on. */
    Tasks tasks();

    /** Takes what is noticed. */
    Diagnostics diagnostics();

    /** Takes down how a plugin fared. */
    void outcome(PluginOutcome outcome);

    /** Tells watchers how far the step is: {@code done} of {@code total} pieces. */
    void progress(long done, long total);
}
