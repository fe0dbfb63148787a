package dev.jonah.declared.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.BoundedInput;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Reads YAML piece by piece, and every document of a stream. Nothing is bound to types, so that {@code 1.10}, {@code 012}
 * and {@code no} stay what they are. An alias is refused: no tool writes one into a lock file, and many together are a bomb.
 */
public final class YamlDocument {
    /** Bytes that one scalar or tag may take: the parser would hold any number, and takes long over long tags. */
    private static final long LONGEST = 256 << 10;
    /** Lock files have one document, those of pnpm two at most. */
    private static final int MOST_DOCUMENTS = 100;

    private final Iterator<org.yaml.snakeyaml.events.Event> events;
    private long sinceLast;

    private YamlDocument(InputStream in) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setProcessComments(false);
        events = new Yaml(options)
                .parse(new InputStreamReader(watched(in), StandardCharsets.UTF_8))
                .iterator();
    }

    /**
     * Hands over what the outline wants, in the order of the stream; {@code in} is closed.
     *
     * @throws IOException if it is no YAML, breaks off, has an alias, or is beyond the limits; what was handed over before
     *     that counts
     */
    public static void read(InputStream in, Limits limits, Outline outline) throws IOException {
        try (InputStream bounded = new BoundedInput(in, limits, "the file")) {
            YamlDocument document = new YamlDocument(bounded);
            DocumentWalk walk = new DocumentWalk(document::next, outline);
            int documents = 0;
            while (document.events.hasNext()) {
                if (document.events.next().is(org.yaml.snakeyaml.events.Event.ID.DocumentStart)) {
                    if (++documents > MOST_DOCUMENTS) {
                        throw new IOException("it has more than " + MOST_DOCUMENTS + " documents");
                    }
                    walk.walk(document.next());
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (MarkedYAMLException e) {
            String line = e.getProblemMark() == null
                    ? ""
                    : " at line " + (e.getProblemMark().getLine() + 1);
            throw new IOException("it is no YAML: " + e.getProblem() + line, e);
        } catch (YAMLException e) {
            throw new IOException("it is no YAML: " + firstLine(e), e);
        }
    }

    private Event next() throws IOException {
        sinceLast = 0;
        org.yaml.snakeyaml.events.Event event = events.next();
        return switch (event.getEventId()) {
            case MappingStart -> Event.OBJECT;
            case SequenceStart -> Event.LIST;
            case MappingEnd, SequenceEnd -> Event.END;
            case Scalar -> new Event(Event.Kind.SCALAR, scalar((ScalarEvent) event));
            case Alias ->
                throw new IOException("it has an alias at line "
                        + (event.getStartMark() == null
                                ? 0
                                : event.getStartMark().getLine() + 1)
                        + ", which is not followed");
            default -> throw new IOException("it is no YAML: " + event.getEventId());
        };
    }

    private static @Nullable String scalar(ScalarEvent event) {
        String text = event.getValue();
        boolean nothing = event.isPlain() && (text.isEmpty() || text.equals("~") || text.equals("null"));
        return nothing ? null : text;
    }

    private static String firstLine(YAMLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** The parser would put a checked exception into one of its own, and lose what kind it was. */
    private InputStream watched(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] buffer, int start, int length) {
                try {
                    int count = super.read(buffer, start, length);
                    sinceLast += Math.max(count, 0);
                    if (sinceLast > LONGEST) {
                        throw new IOException("one text or comment in it is longer than " + LONGEST + " bytes");
                    }
                    return count;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
