package dev.jonah.appdb.pyinstaller.format;

import dev.jonah.appdb.program.format.DamagedProgramException;
import dev.jonah.appdb.program.format.Program;
import dev.jonah.appdb.program.format.Program.Part;
import dev.jonah.appdb.program.format.ProgramBytes;
import dev.jonah.appdb.pyinstaller.format.FrozenArchive.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Reads the archive of PyInstaller 2.1 and newer: at the end of the program, or of its section {@code pydata}, stand a magic
 * number and where table and archive begin, all in big-endian order.
 */
public final class FrozenArchiveReader {
    private static final byte[] MAGIC = {'M', 'E', 'I', 014, 013, 012, 013, 016};
    private static final int COOKIE = 88;
    private static final int LIBRARY_NAME = 64;
    private static final int LEAST_ENTRY = 18;
    private static final int LONGEST_TABLE = 32 << 20;

    private FrozenArchiveReader() {}

    /**
     * The archive of a program; null if it has none.
     *
     * @throws DamagedProgramException if there is one and it cannot be read
     */
    public static @Nullable FrozenArchive read(Program program, ProgramBytes bytes) throws IOException {
        Part section = program.section("pydata");
        long end = section == null ? bytes.size() : section.offset() + section.size();
        if (end < COOKIE || end > bytes.size()) {
            return null;
        }
        ByteBuffer cookie = bytes.at(end - COOKIE, COOKIE);
        if (!cookie.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            return null;
        }
        long length = cookie.getInt(8) & 0xffff_ffffL;
        long table = cookie.getInt(12) & 0xffff_ffffL;
        int tableLength = cookie.getInt(16);
        int version = cookie.getInt(20);
        long start = end - length;
        if (start < 0 || length < COOKIE || tableLength < 0 || tableLength > LONGEST_TABLE) {
            throw new DamagedProgramException("an archive of " + length + " bytes with a table of " + tableLength);
        }
        byte[] library = new byte[LIBRARY_NAME];
        cookie.get(24, library);
        List<Entry> entries = entries(bytes.at(start + table, tableLength), start, end);
        // 27 for Python 2.7 to 39, then 310.
        String python = version < 100 ? version / 10 + "." + version % 10 : version / 100 + "." + version % 100;
        return new FrozenArchive(python, name(library), entries);
    }

    private static List<Entry> entries(ByteBuffer table, long start, long end) throws IOException {
        List<Entry> entries = new ArrayList<>();
        while (table.remaining() >= LEAST_ENTRY) {
            int begin = table.position();
            int length = table.getInt();
            long offset = start + (table.getInt() & 0xffff_ffffL);
            int stored = table.getInt();
            int size = table.getInt();
            boolean compressed = table.get() != 0;
            char kind = (char) (table.get() & 0xff);
            if (length < LEAST_ENTRY || length > table.limit() - begin) {
                throw new DamagedProgramException(
                        "entry " + entries.size() + " of the table has a length of " + length);
            }
            byte[] name = new byte[length - LEAST_ENTRY];
            table.get(name);
            if (stored < 0 || size < 0 || offset > end - stored) {
                throw new DamagedProgramException("'" + name(name) + "' lies outside of the archive");
            }
            // Windows' own separators occur in what was made there.
            entries.add(
                    new Entry(offset, stored, size, compressed, kind, name(name).replace('\\', '/')));
        }
        return entries;
    }

    private static String name(byte[] padded) {
        int length = 0;
        while (length < padded.length && padded[length] != 0) {
            length++;
        }
        return new String(padded, 0, length, StandardCharsets.UTF_8);
    }

    /**
     * The bytes of one entry.
     *
     * @param most bytes that it may have
     * @throws DamagedProgramException if it has more, or they cannot be unpacked
     */
    public static byte[] content(Entry entry, ProgramBytes bytes, int most) throws IOException {
        if (entry.size() > most || entry.stored() > most) {
            throw new DamagedProgramException("'" + entry.name() + "' is larger than any such file");
        }
        byte[] stored = bytes.at(entry.offset(), entry.stored()).array();
        if (!entry.compressed()) {
            return stored;
        }
        byte[] content = new byte[entry.size()];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stored);
            int got = 0;
            while (got < content.length && !inflater.finished() && !inflater.needsInput()) {
                got += inflater.inflate(content, got, content.length - got);
            }
            if (got < content.length) {
                throw new DamagedProgramException("'" + entry.name() + "' has " + got + " bytes, not " + entry.size());
            }
            return content;
        } catch (DataFormatException e) {
            throw new DamagedProgramException("'" + entry.name() + "' is compressed wrongly: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }
}
