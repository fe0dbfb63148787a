package dev.jonah.sysdb.debian;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageScan;
import dev.jonah.sysdb.debian.format.Problem;
import dev.jonah.sysdb.debian.format.Reading;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads files of a database and reports what is wrong with them. */
record Files(PackageScan scan) {
    FileTree tree() {
        return scan.tree();
    }

    Diagnostics diagnostics() {
        return scan.diagnostics();
    }

    /** The regular file that a path leads to, or null. */
    @Nullable
    FileEntry file(ImagePath path) {
        return tree().resolveFile(path).orElse(null);
    }

    /** The entries of a file beside the database; none if there is no such file. Whatever is wrong is reported. */
    <T> List<T> entries(@Nullable FileEntry file, BiFunction<InputStream, Limits, Reading<T>> reader) {
        if (file == null) {
            return List.of();
        }
        Reading<T> reading = read(file, reader);
        IOException failure = reading.failure();
        if (failure instanceof LimitExceededException) {
            String message = "read only in part: " + failure.getMessage();
            diagnostics().error("dpkg.limit", file.path(), message);
        } else if (failure != null) {
            String message = "cannot be read further: " + failure.getMessage();
            diagnostics().error("dpkg.unreadable", file.path(), message);
        }
        return reading.entries();
    }

    /** As {@link #entries}, but leaves it to the caller to report that a file cannot be read to its end. */
    <T> Reading<T> read(FileEntry file, BiFunction<InputStream, Limits, Reading<T>> reader) {
        Content content = file.content();
        if (content == null) {
            return new Reading<>(List.of(), List.of(), new IOException("the layer does not hold its bytes"));
        }
        try (InputStream in = content.open()) {
            Reading<T> reading = reader.apply(in, scan.limits());
            report(file.path(), reading.problems());
            return reading;
        } catch (IOException e) {
            return new Reading<>(List.of(), List.of(), e);
        }
    }

    void report(ImagePath path, List<Problem> problems) {
        for (Problem problem : problems) {
            String where = problem.line() > 0 ? "malformed line " + problem.line() + ": " : "";
            diagnostics().warning("dpkg.line", path, where + problem.message());
        }
    }
}
