package dev.jonah.declared.format;

/** Takes what a reader finds in a file, as it finds it. */
public interface Findings {
    /** A package. */
    void declared(Declaration found);

    /** The same, when it is complete. */
    default void declared(Declaration.Builder found) {
        declared(found.build());
    }

    /**
     * Something that the file says and that gives no package, though it may well mean one: a line of unknown form, a
     * version of the format that is not known.
     *
     * @param what a short phrase for people, such as {@code line 3: -e .}
     */
    void unread(String what);
}
