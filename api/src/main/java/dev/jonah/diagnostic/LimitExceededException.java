package dev.jonah.diagnostic;

import java.io.IOException;

/** A bound of {@link Limits} was reached. The message names the limit, its value, what was met and how to raise it. */
public class LimitExceededException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Limits.Name limit;

    /** A breach of {@code limit}, whose value is {@code allowed}, by {@code what} (a short phrase). */
    public LimitExceededException(Limits.Name limit, long allowed, String what) {
        super(what + " exceeds the limit " + limit.id() + " = " + allowed + "; raise it with --limit " + limit.id()
                + "=VALUE or Limits.builder()");
        this.limit = limit;
    }

    /** Which bound. */
    public Limits.Name limit() {
        return limit;
    }
}
