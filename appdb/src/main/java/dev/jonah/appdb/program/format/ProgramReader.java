package dev.jonah.appdb.program.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Tells the format of a compiled program by its first bytes and reads where its parts lie. Tables that lie outside the file
 * or are longer than any compiler makes them are left out; what could be read of the others is kept.
 */
public final class ProgramReader {
    private static final int ELF = 0x7f454c46;
    private static final int PE_DOS = 'M' << 8 | 'Z';

    private ProgramReader() {}

    /**
     * The program; several where one Mach-O file holds several architectures, none if it is no program or its header is cut
     * off.
     *
     * @throws IOException if the file cannot be read
     */
    public static List<Program> read(ProgramBytes bytes) throws IOException {
        try {
            return readWhole(bytes);
        } catch (DamagedProgramException e) {
            return List.of();
        }
    }

    private static List<Program> readWhole(ProgramBytes bytes) throws IOException {
        ByteBuffer head = bytes.upTo(0, 4);
        if (head.remaining() < 4) {
            return List.of();
        }
        int magic = head.getInt(0);
        if (magic == ELF) {
            return List.of(ElfReader.read(bytes));
        }
        if (MachOReader.recognises(magic)) {
            return MachOReader.read(bytes, magic);
        }
        return magic >>> 16 == PE_DOS ? PeReader.read(bytes) : List.of();
    }
}
