package dev.jonah.sysdb.debian;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Keeps what went wrong while the rest is still read. */
final class Failures {
    private Failures() {}

    /** The first failure with further ones attached; the new one names the file. */
    static IOException add(@Nullable IOException first, IOException next, ImagePath path, Limits limits) {
        IOException named = next instanceof LimitExceededException limit
                ? new LimitExceededException(limit.limit(), limits.get(limit.limit()), path + ": " + cause(limit))
                : new IOException(path + ": " + next.getMessage(), next);
        if (first == null) {
            return named;
        }
        first.addSuppressed(named);
        return first;
    }

    private static String cause(LimitExceededException limit) {
        String message = String.valueOf(limit.getMessage());
        int end = message.indexOf(" exceeds the limit ");
        return end < 0 ? message : message.substring(0, end);
    }
}
