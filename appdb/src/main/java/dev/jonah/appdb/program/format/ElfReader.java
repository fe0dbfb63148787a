package dev.jonah.appdb.program.format;

import dev.jonah.appdb.program.format.Program.Format;
import dev.jonah.appdb.program.format.Program.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads ELF headers (System V ABI, chapters 4 and 5). */
final class ElfReader {
    private static final int MOST_PARTS = 65_535;
    private static final int LONGEST_NAMES = 1 << 20;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_TABLE = 8 << 20;
    private static final int LOAD = 1;
    private static final int NO_BITS = 8;
    private static final int EXTENDED_INDEX = 0xffff;

    private final ProgramBytes bytes;
    private final boolean bigEndian;
    private final boolean wide;

    private ElfReader(ProgramBytes bytes, boolean bigEndian, boolean wide) {
        this.bytes = bytes;
        this.bigEndian = bigEndian;
        this.wide = wide;
    }

    static Program read(ProgramBytes bytes) throws IOException {
        ByteBuffer identity = bytes.at(0, 16);
        ElfReader reader = new ElfReader(bytes, identity.get(5) == 2, identity.get(4) == 2);
        return reader.read();
    }

    private Program read() throws IOException {
        ByteBuffer header = bytes.at(0, wide ? 64 : 52, bigEndian);
        long segments = wide ? header.getLong(32) : header.getInt(28) & 0xffffffffL;
        long sections = wide ? header.getLong(40) : header.getInt(32) & 0xffffffffL;
        int rest = wide ? 54 : 42;
        return new Program(
                Format.ELF,
                bigEndian,
                wide,
                header.getShort(18) & 0xffff,
                sections(
                        sections,
                        header.getShort(rest + 4) & 0xffff,
                        header.getShort(rest + 6) & 0xffff,
                        header.getShort(rest + 8) & 0xffff),
                segments(segments, header.getShort(rest) & 0xffff, header.getShort(rest + 2) & 0xffff));
    }

    private List<Part> segments(long offset, int entrySize, int count) throws IOException {
        int least = wide ? 56 : 32;
        if (entrySize < least || count == 0) {
            return List.of();
        }
        List<Part> found = new ArrayList<>();
        Table table = table(offset, entrySize, count, least);
        for (int i = 0; i < table.count; i++) {
            ByteBuffer entry = table.entry(i, least);
            int flags = wide ? entry.getInt(4) : entry.getInt(24);
            if (entry.getInt(0) == LOAD) {
                found.add(new Part(
                        "", number(entry, 8, 4), number(entry, 32, 16), number(entry, 16, 8), (flags & 2) != 0));
            }
        }
        return found;
    }

    private List<Part> sections(long offset, int entrySize, int count, int namesIndex) throws IOException {
        int least = wide ? 64 : 40;
        if (offset == 0 || entrySize < least) {
            return List.of();
        }
        long realCount = count;
        int realNames = namesIndex;
        ByteBuffer first = entry(offset, 0, entrySize, least);
        if (first != null && count == 0) {
            realCount = number(first, 32, 20);
        }
        if (first != null && namesIndex == EXTENDED_INDEX) {
            realNames = first.getInt(wide ? 40 : 24);
        }
        if (realCount <= 0 || realCount > MOST_PARTS || realNames < 0 || realNames >= realCount) {
            return List.of();
        }
        ByteBuffer namesEntry = entry(offset, realNames, entrySize, least);
        ByteBuffer names = namesEntry == null
                ? ByteBuffer.allocate(0)
                : bytes.upTo(number(namesEntry, 24, 16), (int)
                        Math.min(LONGEST_NAMES, Math.max(0, number(namesEntry, 32, 20))));
        List<Part> found = new ArrayList<>();
        Table table = table(offset, entrySize, (int) realCount, least);
        for (int i = 0; i < table.count; i++) {
            ByteBuffer entry = table.entry(i, least);
            long size = entry.getInt(4) == NO_BITS ? 0 : number(entry, 32, 20);
            found.add(new Part(
                    ProgramBytes.name(names, Math.max(0, entry.getInt(0)), LONGEST_NAME),
                    number(entry, 24, 16),
                    Math.max(0, size),
                    number(entry, 16, 12),
                    ((wide ? entry.getLong(8) : entry.getInt(8)) & 1) != 0));
        }
        return found;
    }

    private @Nullable ByteBuffer entry(long table, int index, int entrySize, int least) throws IOException {
        try {
            return bytes.at(Math.addExact(table, (long) index * entrySize), least, bigEndian);
        } catch (DamagedProgramException | ArithmeticException e) {
            return null;
        }
    }

    /** Entries of one size, read at once. */
    private record Table(ByteBuffer bytes, int entrySize, int count) {
        ByteBuffer entry(int index, int least) {
            return bytes.slice(index * entrySize, least).order(bytes.order());
        }
    }

    /** As many entries as the file has and a table may be long; of the last one {@code least} bytes must be there. */
    private Table table(long offset, int entrySize, int count, int least) throws IOException {
        long length = Math.min((long) entrySize * count, LONGEST_TABLE);
        ByteBuffer table =
                bytes.upTo(offset, (int) length).order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int whole = table.remaining() < least ? 0 : (table.remaining() - least) / entrySize + 1;
        return new Table(table, entrySize, Math.min(count, whole));
    }

    private long number(ByteBuffer entry, int wideOffset, int narrowOffset) {
        return wide ? entry.getLong(wideOffset) : entry.getInt(narrowOffset) & 0xffffffffL;
    }
}
