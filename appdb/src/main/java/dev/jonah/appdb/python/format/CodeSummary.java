package dev.jonah.appdb.python.format;

import java.io.IOException;
import java.util.Set;

/**
 * What can be said of compiled code without running or decompiling it.
 *
 * @param fileName the source's path as the compiler knew it; one character per byte
 * @param names every name that the code uses: variables, attributes, modules, functions; one character per byte
 */
public record CodeSummary(String fileName, Set<String> names) {
    /** Copies the set. */
    public CodeSummary {
        names = Set.copyOf(names);
    }

    /**
     * Reads the code behind the header of a {@code .pyc} file.
     *
     * @param python who compiled it
     * @param file the whole file
     * @param offset where the code begins
     * @throws IOException if it is not one code object, well-formed, that ends with the file
     */
    public static CodeSummary read(PythonMagic python, byte[] file, int offset) throws IOException {
        return new MarshalReader(python, file, offset).readModule();
    }
}
