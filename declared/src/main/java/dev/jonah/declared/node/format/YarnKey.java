package dev.jonah.declared.node.format;

/**
 * A name and what is asked for: {@code @scope/name@^1.0}.
 *
 * @param name with its scope
 * @param range a range of versions, or a specifier with a scheme; empty if there is none
 */
record YarnKey(String name, String range) {
    static YarnKey parse(String text) {
        int at = text.indexOf('@', 1);
        return at < 0 ? new YarnKey(text, "") : new YarnKey(text.substring(0, at), text.substring(at + 1));
    }

    /** What an alias, {@code name@npm:other@^1.0}, stands for; itself if it is none. */
    YarnKey real() {
        YarnKey inner = range.startsWith("npm:") ? parse(range.substring(4)) : this;
        return range.indexOf('@', 5) > 0 && range.startsWith("npm:") ? inner : this;
    }
}
