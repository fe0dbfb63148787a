package dev.jonah.appdb.conda;

import dev.jonah.appdb.conda.format.HistoryLine;
import dev.jonah.appdb.conda.format.HistoryReader;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the history of an environment comes to. */
final class History {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    private static final Pattern COMMENT = Pattern.compile("(?:cmd|conda version|[a-z]+ specs):.*");

    private History() {}

    /**
     * The names of the records that must be there after the last line: {@code zlib-1.3-hd590300_0}.
     *
     * @return null if a line is none that conda or mamba writes
     * @throws IOException if it cannot be read or exceeds a limit
     */
    static @Nullable Set<String> outcome(Content content, Limits limits) throws IOException {
        Set<String> present = new TreeSet<>();
        try (HistoryReader reader = new HistoryReader(content.open(), limits)) {
            HistoryLine line;
            while ((line = reader.read()) != null) {
                if (!apply(line, present)) {
                    return null;
                }
            }
        }
        return present;
    }

    private static boolean apply(HistoryLine line, Set<String> present) {
        switch (line.kind()) {
            case RUN -> {
                return TIME.matcher(line.text()).matches();
            }
            case COMMENT -> {
                return COMMENT.matcher(line.text()).matches();
            }
            default -> {
                RecordName name =
                        RecordName.of(line.text().substring(line.text().lastIndexOf(':') + 1));
                if (name == null || line.text().indexOf(' ') >= 0) {
                    return false;
                }
                if (line.kind() == HistoryLine.Kind.REMOVED) {
                    present.remove(name.toString());
                } else {
                    present.add(name.toString());
                }
                return true;
            }
        }
    }
}
