package dev.jonah.declared.format;

import org.jspecify.annotations.Nullable;

/**
 * A step through a document, as parsers of JSON and YAML make it.
 *
 * @param kind what begins, ends or stands here
 * @param text a scalar's text, or null for nothing
 */
record Event(Kind kind, @Nullable String text) {
    static final Event OBJECT = new Event(Kind.OBJECT, null);
    static final Event LIST = new Event(Kind.LIST, null);
    static final Event END = new Event(Kind.END, null);

    boolean isEnd() {
        return kind == Kind.END;
    }

    enum Kind {
        OBJECT,
        LIST,
        END,
        SCALAR
    }
}
