package dev.jonah.provenance.signals.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header of an ELF file and what its program headers say (System V gABI, chapters 4 and 5), as far as the bytes at hand
 * reach.
 *
 * @param type {@code e_type}: 1 object, 2 executable, 3 shared object or position-independent executable, 4 core
 * @param machine {@code e_machine}
 * @param sections whether there is a table of sections
 * @param dynamic whether there is a dynamic segment
 * @param interpreter the loader that the file names, or null
 * @param codeOffset where the first executable segment lies in the file, or -1
 * @param codeSize how long that segment is in the file
 */
public record ElfHeader(
        int type,
        int machine,
        boolean sections,
        boolean dynamic,
        @Nullable String interpreter,
        long codeOffset,
        long codeSize) {
    private static final int LOAD = 1;
    private static final int DYNAMIC = 2;
    private static final int INTERPRETER = 3;
    private static final int EXECUTE = 1;
    private static final int LONGEST_PATH = 4096;
    private static final Map<Integer, String> MACHINES = Map.of(
            3,
            "x86",
            8,
            "MIPS",
            20,
            "PowerPC",
            21,
            "PowerPC 64",
            22,
            "S/390",
            40,
            "ARM",
            62,
            "x86-64",
            183,
            "ARM 64",
            243,
            "RISC-V",
            258,
            "LoongArch");

    /** Reads the first bytes of a file; null if they are no header of ELF. */
    public static @Nullable ElfHeader of(byte[] head) {
        if (head.length < 52 || head[0] != 0x7f || head[1] != 'E' || head[2] != 'L' || head[3] != 'F') {
            return null;
        }
        boolean wide = head[4] == 2;
        if (head[4] != 1 && !wide || head[5] != 1 && head[5] != 2 || wide && head.length < 64) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(head).order(head[5] == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long programs = wide ? bytes.getLong(32) : bytes.getInt(28) & 0xffffffffL;
        long sections = wide ? bytes.getLong(40) : bytes.getInt(32) & 0xffffffffL;
        int entrySize = bytes.getShort(wide ? 54 : 42) & 0xffff;
        int count = bytes.getShort(wide ? 56 : 44) & 0xffff;
        boolean dynamic = false;
        String interpreter = null;
        long codeOffset = -1;
        long codeSize = 0;
        int needed = wide ? 56 : 32;
        for (int i = 0; i < count && entrySize >= needed; i++) {
            long at = programs + (long) i * entrySize;
            if (at < 0 || at > head.length - needed) {
                break;
            }
            int p = (int) at;
            int type = bytes.getInt(p);
            long offset = wide ? bytes.getLong(p + 8) : bytes.getInt(p + 4) & 0xffffffffL;
            long size = wide ? bytes.getLong(p + 32) : bytes.getInt(p + 16) & 0xffffffffL;
            int flags = bytes.getInt(wide ? p + 4 : p + 24);
            dynamic |= type == DYNAMIC;
            if (type == INTERPRETER && interpreter == null) {
                interpreter = text(head, offset, size);
            } else if (type == LOAD && (flags & EXECUTE) != 0 && codeOffset < 0 && offset >= 0 && size > 0) {
                codeOffset = offset;
                codeSize = size;
            }
        }
        return new ElfHeader(
                bytes.getShort(16) & 0xffff,
                bytes.getShort(18) & 0xffff,
                sections != 0,
                dynamic,
                interpreter,
                codeOffset,
                codeSize);
    }

    private static @Nullable String text(byte[] head, long offset, long size) {
        if (offset < 0 || size <= 0 || size > LONGEST_PATH || offset > head.length - size) {
            return null;
        }
        String text = new String(head, (int) offset, (int) size, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        String path = end < 0 ? text : text.substring(0, end);
        return path.startsWith("/") ? path : null;
    }

    /** In a few words: {@code ELF executable, x86-64, statically linked, without sections}. */
    public String description() {
        String kind = switch (type) {
            case 1 -> "ELF object";
            case 2 -> "ELF executable";
            case 3 -> interpreter != null || !dynamic ? "ELF executable" : "ELF shared object";
            case 4 -> "ELF core dump";
            default -> "ELF file";
        };
        String processor = ", " + MACHINES.getOrDefault(machine, "machine " + machine);
        String linked = type == 2 && !dynamic ? ", statically linked" : "";
        return kind + processor + linked + (sections ? "" : ", without sections");
    }
}
