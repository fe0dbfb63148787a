package dev.jonah.sysdb.debian.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file line by line and collects what its lines mean. What cannot be read further ends the collection, and is
 * kept with it.
 */
final class EntryCollector<T> {
    private static final int MOST_PROBLEMS = 100;

    private final LineReader lines;
    private final EntryBound bound;
    private final List<T> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable IOException failure;

    EntryCollector(InputStream in, Limits limits) {
        this.lines = LineReader.untilLineFeed(in, limits);
        this.bound = new EntryBound(limits);
    }

    /** The next line, or null after the last and where reading fails. */
    @Nullable
    RawText next() {
        if (failure != null) {
            return null;
        }
        try {
            RawText line = lines.readLine();
            bound.check(lines.lineNumber(), "lines");
            return line;
        } catch (IOException e) {
            failure = e;
            return null;
        }
    }

    long number() {
        return lines.lineNumber();
    }

    void add(T entry) {
        entries.add(entry);
    }

    void problem(Problem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    void notA(String expected, RawText line) {
        problem(Problem.notA(expected, line, number()));
    }

    List<T> entries() {
        return entries;
    }

    List<Problem> problems() {
        return problems;
    }

    @Nullable
    IOException failure() {
        return failure;
    }

    Reading<T> reading() {
        return new Reading<>(entries, problems, failure);
    }
}
