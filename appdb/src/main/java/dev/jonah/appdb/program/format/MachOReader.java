package dev.jonah.appdb.program.format;

import dev.jonah.appdb.program.format.Program.Format;
import dev.jonah.appdb.program.format.Program.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads Mach-O headers and load commands ({@code mach-o/loader.h} and {@code mach-o/fat.h} of macOS). */
final class MachOReader {
    private static final int NARROW = 0xfeedface;
    private static final int WIDE = 0xfeedfacf;
    private static final int FAT = 0xcafebabe;
    // Class files of Java begin as fat files do; their version stands where the number of architectures would.
    private static final int MOST_ARCHITECTURES = 40;
    private static final int MOST_COMMANDS = 10_000;
    private static final int MOST_SECTIONS = 4_096;
    private static final int SEGMENT = 1;
    private static final int SEGMENT_64 = 0x19;
    private static final int ZERO_FILL = 1;

    private final ProgramBytes bytes;
    private final long start;
    private final boolean bigEndian;
    private final boolean wide;
    private final List<Part> sections = new ArrayList<>();
    private final List<Part> segments = new ArrayList<>();

    private MachOReader(ProgramBytes bytes, long start, boolean bigEndian, boolean wide) {
        this.bytes = bytes;
        this.start = start;
        this.bigEndian = bigEndian;
        this.wide = wide;
    }

    static boolean recognises(int magic) {
        int reversed = Integer.reverseBytes(magic);
        return magic == FAT || magic == NARROW || magic == WIDE || reversed == NARROW || reversed == WIDE;
    }

    static List<Program> read(ProgramBytes bytes, int magic) throws IOException {
        if (magic != FAT) {
            return List.of(thin(bytes, 0, magic));
        }
        List<Program> programs = new ArrayList<>();
        int count = bytes.at(4, 4).getInt(0);
        if (count <= 0 || count > MOST_ARCHITECTURES) {
            return programs;
        }
        for (int i = 0; i < count; i++) {
            ByteBuffer entry = bytes.upTo(8 + 20L * i, 20);
            long offset = entry.remaining() < 20 ? Long.MAX_VALUE : entry.getInt(8) & 0xffffffffL;
            ByteBuffer head = bytes.upTo(offset, 4);
            if (head.remaining() == 4 && head.getInt(0) != FAT && recognises(head.getInt(0))) {
                programs.add(thin(bytes, offset, head.getInt(0)));
            }
        }
        return programs;
    }

    private static Program thin(ProgramBytes bytes, long start, int magic) throws IOException {
        boolean bigEndian = magic == NARROW || magic == WIDE;
        boolean wide = magic == WIDE || Integer.reverseBytes(magic) == WIDE;
        MachOReader reader = new MachOReader(bytes, start, bigEndian, wide);
        return reader.read();
    }

    private Program read() throws IOException {
        ByteBuffer header = bytes.at(start, wide ? 32 : 28, bigEndian);
        long position = start + header.capacity();
        int commands = Math.min(header.getInt(16), MOST_COMMANDS);
        try {
            for (int i = 0; i < commands; i++) {
                ByteBuffer command = bytes.at(position, 8, bigEndian);
                int length = command.getInt(4);
                if (length < 8) {
                    break;
                }
                if (command.getInt(0) == (wide ? SEGMENT_64 : SEGMENT)) {
                    segment(position);
                }
                position += length;
            }
        } catch (DamagedProgramException e) {
            // The commands are cut off; those before that are there.
            return program(header);
        }
        return program(header);
    }

    private Program program(ByteBuffer header) {
        return new Program(Format.MACH_O, bigEndian, wide, header.getInt(4), sections, segments);
    }

    private void segment(long position) throws IOException {
        ByteBuffer entry = bytes.at(position, wide ? 72 : 56, bigEndian);
        boolean writable = (entry.getInt(wide ? 60 : 44) & 2) != 0;
        segments.add(new Part(
                "",
                start + number(entry, 40, 32),
                Math.max(0, number(entry, 48, 36)),
                number(entry, 24, 24),
                writable));
        int count = Math.min(entry.getInt(wide ? 64 : 48), MOST_SECTIONS - sections.size());
        int size = wide ? 80 : 68;
        for (int i = 0; i < count; i++) {
            ByteBuffer section = bytes.at(position + entry.capacity() + (long) i * size, size, bigEndian);
            boolean hasBytes = (section.getInt(wide ? 64 : 56) & 0xff) != ZERO_FILL;
            long length = wide ? section.getLong(40) : section.getInt(36) & 0xffffffffL;
            sections.add(new Part(
                    ProgramBytes.name(section, 0, 16),
                    start + (section.getInt(wide ? 48 : 40) & 0xffffffffL),
                    hasBytes ? Math.max(0, length) : 0,
                    number(section, 32, 32),
                    writable));
        }
    }

    private long number(ByteBuffer entry, int wideOffset, int narrowOffset) {
        return wide ? entry.getLong(wideOffset) : entry.getInt(narrowOffset) & 0xffffffffL;
    }
}
