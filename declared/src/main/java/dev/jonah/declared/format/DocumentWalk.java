package dev.jonah.declared.format;

import dev.jonah.declared.format.Outline.Wish;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Goes through the events of one document and hands over what an {@link Outline} wants of it. */
final class DocumentWalk {
    /** Far deeper than any lock file nests. */
    static final int DEEPEST = 200;

    /** Values that one part may consist of: what is held at once. */
    private static final int MOST_VALUES = 1_000_000;

    /** Where events come from; names of members come as scalars before their values. */
    @FunctionalInterface
    interface Events {
        /** The next event of the document. */
        Event next() throws IOException;
    }

    private final Events events;
    private final Outline outline;
    private final List<String> path = new ArrayList<>();
    private int values;

    DocumentWalk(Events events, Outline outline) {
        this.events = events;
        this.outline = outline;
    }

    /** Walks the document whose first event is given. */
    void walk(Event first) throws IOException {
        Wish wish = outline.wish(path);
        if (wish == Wish.WHOLE || wish == Wish.WALK && first.kind() == Event.Kind.SCALAR) {
            values = 0;
            Value value = build(first, 0);
            if (wish == Wish.WHOLE) {
                outline.hand(path, value);
            }
        } else if (wish == Wish.SKIP) {
            skip(first);
        } else {
            members(first.kind() == Event.Kind.OBJECT);
        }
    }

    private void members(boolean object) throws IOException {
        for (Event next = events.next(); !next.isEnd(); next = events.next()) {
            path.add(object ? key(next) : "*");
            walk(object ? events.next() : next);
            path.remove(path.size() - 1);
        }
    }

    private Value build(Event first, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("it nests more than " + DEEPEST + " levels");
        }
        if (++values > MOST_VALUES) {
            throw new IOException("one part of it has more than " + MOST_VALUES + " values");
        }
        switch (first.kind()) {
            case OBJECT -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                for (Event next = events.next(); !next.isEnd(); next = events.next()) {
                    fields.put(key(next), build(events.next(), depth + 1));
                }
                return new Value.Fields(fields);
            }
            case LIST -> {
                List<Value> items = new ArrayList<>();
                for (Event next = events.next(); !next.isEnd(); next = events.next()) {
                    items.add(build(next, depth + 1));
                }
                return new Value.Items(items);
            }
            default -> {
                return Value.of(first.text());
            }
        }
    }

    /** The name of a member. One that is itself a structure, as YAML allows, is passed over and called by nothing. */
    private String key(Event event) throws IOException {
        if (event.kind() != Event.Kind.SCALAR) {
            skip(event);
        }
        String text = event.text();
        return text == null ? "" : text;
    }

    private void skip(Event first) throws IOException {
        int depth = first.kind() == Event.Kind.SCALAR ? 0 : 1;
        while (depth > 0) {
            Event next = events.next();
            if (next.isEnd()) {
                depth--;
            } else if (next.kind() != Event.Kind.SCALAR && ++depth > DEEPEST) {
                throw new IOException("it nests more than " + DEEPEST + " levels");
            }
        }
    }
}
