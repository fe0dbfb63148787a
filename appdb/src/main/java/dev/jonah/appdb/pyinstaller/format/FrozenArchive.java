package dev.jonah.appdb.pyinstaller.format;

import java.util.List;

/**
 * The table of contents of an archive of PyInstaller ("CArchive").
 *
 * @param python version of Python without its last part, such as {@code 3.11}
 * @param library file name of Python's own library in the archive; may be empty
 * @param entries in the order of the table
 */
public record FrozenArchive(String python, String library, List<Entry> entries) {
    /**
     * One file in it.
     *
     * @param offset of its bytes in the program
     * @param stored bytes there
     * @param size bytes when unpacked
     * @param compressed whether they are compressed, as zlib does it (RFC 1950)
     * @param kind a letter: {@code s} for a script that is run, {@code z} for the modules, {@code b} for libraries, {@code x}
     *     for data, {@code o} for options
     * @param name with slashes
     */
    public record Entry(long offset, int stored, int size, boolean compressed, char kind, String name) {}

    /** Copies the list. */
    public FrozenArchive {
        entries = List.copyOf(entries);
    }

    /** The scripts that are run, in their order, without those that PyInstaller brings. */
    public List<String> scripts() {
        return entries.stream()
                .filter(e -> e.kind() == 's' && !e.name().startsWith("pyi"))
                .map(Entry::name)
                .toList();
    }
}
