package dev.jonah.diagnostic;

import dev.jonah.diagnostic.Diagnostic.Severity;
import dev.jonah.value.ImagePath;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader or plugin reports what it noticed. Given by the host for one call; use it from the calling thread only.
 */
@FunctionalInterface
public interface Diagnostics {
    /** Takes note. Hosts may keep only the first so many of one code and count the rest. */
    void report(Diagnostic diagnostic);

    /** Reports that the result is incomplete. The host fills in the plugin. */
    default void error(String code, @Nullable ImagePath path, String message) {
        report(new Diagnostic(Severity.ERROR, code, null, path, message));
    }

    /** Reports that something in the input is wrong, though nothing is lost. */
    default void warning(String code, @Nullable ImagePath path, String message) {
        report(new Diagnostic(Severity.WARNING, code, null, path, message));
    }

    /** Reports something worth knowing. */
    default void info(String code, @Nullable ImagePath path, String message) {
        report(new Diagnostic(Severity.INFO, code, null, path, message));
    }
}
