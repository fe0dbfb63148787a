package dev.jonah.core.run;

import dev.jonah.diagnostic.DiagnosticCollector;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.pipeline.PluginOutcome;
import dev.jonah.pipeline.PluginOutcome.Outcome;
import dev.jonah.plugin.Plugin;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls a plugin so that its failure costs what it did not report, and nothing else. Whatever a plugin throws becomes a
 * diagnostic, except errors of the machine itself and interruption.
 */
public final class PluginCall {
    private final Plugin plugin;
    private final Class<? extends Plugin> kind;
    private final DiagnosticCollector diagnostics;
    private boolean called;
    private boolean failed;
    private boolean reported;

    /** Prepares calls of one plugin under the name of one of its kinds. */
    public PluginCall(Plugin plugin, Class<? extends Plugin> kind, Limits limits) {
        this.plugin = plugin;
        this.kind = kind;
        this.diagnostics = new DiagnosticCollector(limits, plugin.id());
    }

    /** Work that a plugin does. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        void run() throws IOException;
    }

    /** Where the plugin reports what it notices. */
    public DiagnosticCollector diagnostics() {
        return diagnostics;
    }

    /** Notes that the plugin reported something. */
    public void reported() {
        reported = true;
    }

    /**
     * Does the work.
     *
     * @param about what it is about, for the message, as text: a path; may be null
     * @return whether it came to its end
     * @throws IOException if the thread was interrupted
     */
    public boolean run(@Nullable Object about, Work work) throws IOException {
        called = true;
        try {
            work.run();
            return true;
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            failed = true;
            String where = about == null ? "" : " at " + about;
            String code = e instanceof LimitExceededException ? "plugin.limit" : "plugin.failed";
            diagnostics.error(code, null, plugin.id() + " failed" + where + ": " + reason(e));
            return false;
        }
    }

    /** Counts what came of another call of the same plugin to this one. */
    public void add(PluginCall other) {
        called |= other.called;
        failed |= other.failed;
        reported |= other.reported;
        diagnostics.addAll(other.diagnostics.toList());
    }

    /** How it went altogether. */
    public PluginOutcome outcome() {
        Outcome outcome = !called
                ? Outcome.NOT_APPLICABLE
                : failed
                        ? reported ? Outcome.PARTIAL : Outcome.FAILED
                        : diagnostics.hasError() ? Outcome.PARTIAL : Outcome.COMPLETE;
        return new PluginOutcome(plugin.id(), kind.getSimpleName(), plugin.version(), outcome);
    }

    /** What it noticed. */
    public List<dev.jonah.diagnostic.Diagnostic> noticed() {
        return diagnostics.toList();
    }

    private static String reason(Throwable e) {
        String message = e.getMessage();
        return e instanceof IOException && message != null ? message : e.toString();
    }
}
