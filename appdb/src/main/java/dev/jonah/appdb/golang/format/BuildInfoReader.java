package dev.jonah.appdb.golang.format;

import dev.jonah.appdb.program.format.DamagedProgramException;
import dev.jonah.appdb.program.format.Program;
import dev.jonah.appdb.program.format.Program.Format;
import dev.jonah.appdb.program.format.Program.Part;
import dev.jonah.appdb.program.format.ProgramBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds and reads the build information in a program: since Go 1.18 two strings behind the header, before that pointers to
 * them ({@code debug/buildinfo} of Go). It survives stripping.
 */
public final class BuildInfoReader {
    private static final byte[] MAGIC = "\u00ff Go buildinf:".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ALIGNMENT = 16;
    private static final int HEADER = 32;
    private static final int CHUNK = 1 << 18;
    private static final int LONGEST = 16 << 20;
    private static final int INLINE = 2;
    // The lines stand between two marks of this many bytes.
    private static final int SENTINEL = 16;

    private final Program program;
    private final ProgramBytes bytes;

    private BuildInfoReader(Program program, ProgramBytes bytes) {
        this.program = program;
        this.bytes = bytes;
    }

    /**
     * The build information, or null if the program has none, as those of other languages.
     *
     * @throws IOException if it breaks off or points outside the file, or the file cannot be read
     */
    public static @Nullable GoBuildInfo read(Program program, ProgramBytes bytes) throws IOException {
        BuildInfoReader reader = new BuildInfoReader(program, bytes);
        Part place = reader.place();
        long start = place == null ? -1 : reader.search(place);
        return start < 0 ? null : reader.readAt(start);
    }

    /** Its own section; where there is no table of sections, or the format has no such section, the variables. */
    private @Nullable Part place() {
        Part section = program.section(program.format() == Format.MACH_O ? "__go_buildinfo" : ".go.buildinfo");
        boolean mayLackSection = program.sections().isEmpty() || program.format() == Format.PE;
        return section != null || !mayLackSection ? section : program.data();
    }

    private long search(Part place) throws IOException {
        long end = Math.min(place.offset() + place.size(), bytes.size());
        for (long offset = place.offset(); offset >= 0 && offset <= end - HEADER; offset += CHUNK) {
            ByteBuffer chunk = bytes.upTo(offset, (int) Math.min(CHUNK, end - offset));
            for (int i = 0; i + MAGIC.length <= chunk.limit(); i += ALIGNMENT) {
                if (startsWithMagic(chunk, i)) {
                    return offset + i;
                }
            }
        }
        return -1;
    }

    private static boolean startsWithMagic(ByteBuffer chunk, int at) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (chunk.get(at + i) != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    private GoBuildInfo readAt(long start) throws IOException {
        ByteBuffer header = bytes.at(start, HEADER);
        int flags = header.get(15);
        byte[] version;
        byte[] lines;
        if ((flags & INLINE) != 0) {
            Inline first = inline(start + HEADER);
            Inline second = inline(first.offset + first.length);
            version = text(first.offset, first.length);
            lines = text(second.offset, second.length);
        } else {
            int size = header.get(14);
            boolean bigEndian = (flags & 1) != 0;
            version = pointed(address(start + 16, size, bigEndian), size, bigEndian);
            lines = pointed(address(start + 16 + size, size, bigEndian), size, bigEndian);
        }
        return GoBuildInfo.parse(new String(version, StandardCharsets.UTF_8), withoutSentinels(lines));
    }

    private record Inline(long offset, long length) {}

    /** Where a string lies behind its length, which is a number of 7 bits a byte. */
    private Inline inline(long start) throws IOException {
        ByteBuffer head = bytes.upTo(start, 10);
        long length = 0;
        int used = 0;
        int b;
        do {
            if (used >= head.limit() || used == 5) {
                throw new DamagedProgramException("Go build information with a length that does not end");
            }
            b = head.get(used);
            length |= (b & 0x7fL) << 7 * used;
            used++;
        } while (b < 0);
        return new Inline(start + used, length);
    }

    private byte[] pointed(long header, int size, boolean bigEndian) throws IOException {
        if (header == 0) {
            return new byte[0];
        }
        long place = program.offsetOf(header);
        long length = address(place + size, size, bigEndian);
        return length == 0 ? new byte[0] : text(program.offsetOf(address(place, size, bigEndian)), length);
    }

    private long address(long offset, int size, boolean bigEndian) throws IOException {
        if (size != 4 && size != 8) {
            throw new DamagedProgramException("Go build information with pointers of " + size + " bytes");
        }
        ByteBuffer pointer = bytes.at(offset, size, bigEndian);
        return size == 8 ? pointer.getLong(0) : pointer.getInt(0) & 0xffffffffL;
    }

    private byte[] text(long offset, long length) throws IOException {
        if (length < 0 || length > LONGEST) {
            throw new DamagedProgramException("Go build information of " + Long.toUnsignedString(length) + " bytes");
        }
        return bytes.at(offset, (int) length).array();
    }

    /** The lines between the marks; nothing if the marks cannot be there. */
    private static String withoutSentinels(byte[] marked) {
        int length = marked.length - 2 * SENTINEL;
        return length > 0 && marked[SENTINEL + length - 1] == '\n'
                ? new String(marked, SENTINEL, length, StandardCharsets.UTF_8)
                : "";
    }
}
