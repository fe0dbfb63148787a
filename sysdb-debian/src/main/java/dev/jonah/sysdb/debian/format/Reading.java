package dev.jonah.sysdb.debian.format;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What could be read of a file.
 *
 * @param <T> an entry of the file
 * @param entries in the order of the file
 * @param problems what is not as it should be, in the order of the file; only the first hundred
 * @param failure why the file could not be read to its end, or null if it was; entries before that are there
 */
public record Reading<T>(
        List<T> entries, List<Problem> problems, @Nullable IOException failure) {
    /** Copies the lists. */
    public Reading {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }
}
