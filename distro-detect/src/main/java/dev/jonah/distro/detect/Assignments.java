package dev.jonah.distro.detect;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.distro.DistroDetector;
import dev.jonah.distro.detect.format.Assignment;
import dev.jonah.distro.detect.format.AssignmentReader;
import dev.jonah.image.Content;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of interest in a file of assignments. Of repeated ones the last counts, as in a shell. */
final class Assignments {
    private final Map<String, String> values = new HashMap<>();

    private Assignments() {}

    /** Reads the {@code wanted} variables and reports what is malformed; null if there is no such file. */
    static @Nullable Assignments read(DistroDetector.Scan scan, ImagePath path, Set<String> wanted) throws IOException {
        Content content = EvidenceFile.find(scan, path);
        if (content == null) {
            return null;
        }
        Assignments found = new Assignments();
        try (AssignmentReader reader = new AssignmentReader(content.open(), scan.limits())) {
            try {
                found.readAll(reader, scan, path, wanted);
            } catch (LimitExceededException e) {
                EvidenceFile.tooLong(scan, path, e);
            }
            if (reader.malformedLines() > 0) {
                scan.diagnostics()
                        .info(
                                "distro.assignment.line",
                                path,
                                reader.malformedLines() + " lines of " + path
                                        + " are no assignments, the first of them is " + reader.firstMalformedLine());
            }
        }
        return found;
    }

    private void readAll(AssignmentReader reader, DistroDetector.Scan scan, ImagePath path, Set<String> wanted)
            throws IOException {
        Assignment next;
        while ((next = reader.read()) != null) {
            if (!wanted.contains(next.name())) {
                continue;
            }
            if (!next.wellFormed()) {
                scan.diagnostics()
                        .warning(
                                "distro.assignment.quote",
                                path,
                                "a quote is not closed in line " + next.line() + " of " + path);
            }
            values.put(next.name(), next.value());
        }
    }

    /** Whether no wanted variable is set. */
    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The value, or null if it is blank or not set. */
    @Nullable
    String get(String name) {
        return Opinion.known(values.get(name));
    }
}
