package dev.jonah.appdb.program.format;

import dev.jonah.appdb.program.format.Program.Format;
import dev.jonah.appdb.program.format.Program.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads the headers of PE files (Microsoft's "PE Format"). */
final class PeReader {
    private static final int SIGNATURE = 0x4550;
    private static final int WRITABLE = 0x80000000;
    private static final int WIDE = 0x20b;

    private PeReader() {}

    /** None if it is a program of DOS alone. */
    static List<Program> read(ProgramBytes bytes) throws IOException {
        if (bytes.size() < 64) {
            return List.of();
        }
        long start = bytes.at(60, 4, false).getInt(0) & 0xffffffffL;
        if (start > bytes.size() - 24) {
            return List.of();
        }
        ByteBuffer header = bytes.at(start, 24, false);
        if (header.getInt(0) != SIGNATURE) {
            return List.of();
        }
        int optional = header.getShort(20) & 0xffff;
        boolean wide = false;
        long base = 0;
        if (optional >= 32) {
            ByteBuffer more = bytes.at(start + 24, 32, false);
            wide = more.getShort(0) == WIDE;
            base = wide ? more.getLong(24) : more.getInt(28) & 0xffffffffL;
        }
        List<Part> sections = new ArrayList<>();
        long table = start + 24 + optional;
        try {
            for (int i = 0; i < (header.getShort(6) & 0xffff); i++) {
                sections.add(section(bytes.at(table + 40L * i, 40, false), base));
            }
        } catch (DamagedProgramException e) {
            // The table is cut off; the sections before that are there.
            return List.of(program(header, wide, sections));
        }
        return List.of(program(header, wide, sections));
    }

    /** What the loader maps are the sections themselves. */
    private static Program program(ByteBuffer header, boolean wide, List<Part> sections) {
        return new Program(Format.PE, false, wide, header.getShort(4) & 0xffff, sections, sections);
    }

    private static Part section(ByteBuffer entry, long base) {
        long inMemory = entry.getInt(8) & 0xffffffffL;
        long inFile = entry.getInt(16) & 0xffffffffL;
        return new Part(
                ProgramBytes.name(entry, 0, 8),
                entry.getInt(20) & 0xffffffffL,
                inMemory == 0 ? inFile : Math.min(inMemory, inFile),
                base + (entry.getInt(12) & 0xffffffffL),
                (entry.getInt(36) & WRITABLE) != 0);
    }
}
