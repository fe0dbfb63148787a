package dev.jonah.appdb.java.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;

/** Reads a {@code module-info.class} (Java Virtual Machine Specification 4.7.25), by the reader that the JDK has. */
public final class ModuleInfoReader {
    private ModuleInfoReader() {}

    /**
     * What the descriptor says; which packages it has is not looked for outside of it.
     *
     * @throws IOException if it is none
     */
    public static ModuleDescriptor read(byte[] bytes) throws IOException {
        try {
            return ModuleDescriptor.read(new ByteArrayInputStream(bytes));
        } catch (RuntimeException e) {
            throw new IOException("it is no descriptor of a module: " + e.getMessage(), e);
        }
    }
}
