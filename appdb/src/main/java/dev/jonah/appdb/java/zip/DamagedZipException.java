package dev.jonah.appdb.java.zip;

import java.io.IOException;

/** Bytes that no zip archive can have, or that contradict what the archive says elsewhere. */
public final class DamagedZipException extends IOException {
    private static final long serialVersionUID = 1L;

    /** With what was met, as a phrase: {@code "the directory lies outside of the archive"}. */
    public DamagedZipException(String message) {
        super(message);
    }
}
