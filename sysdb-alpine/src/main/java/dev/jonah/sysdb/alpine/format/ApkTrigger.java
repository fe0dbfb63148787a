package dev.jonah.sysdb.alpine.format;

import dev.jonah.value.Digest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code triggers}: the directories whose change makes apk run a package's trigger script.
 *
 * @param identity as written; equals the {@code C} of a package
 * @param digest the identity read as a checksum, or null if it is none
 * @param patterns globs of absolute directories, in order
 */
public record ApkTrigger(String identity, @Nullable Digest digest, List<String> patterns) {
    /** Copies the list. */
    public ApkTrigger {
        patterns = List.copyOf(patterns);
    }
}
