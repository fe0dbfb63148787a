package dev.jonah.provenance.signals.format;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the first bytes of a file that some machine, virtual machine or interpreter runs say about it.
 *
 * @param format the kind of program
 * @param description for people: {@code ELF executable, x86-64, statically linked}
 * @param interpreter of a script the rest of its first line without {@code #!}, of an ELF file the path of its loader; else
 *     null
 */
public record ProgramHeader(
        Format format, String description, @Nullable String interpreter) {
    /** Kinds of programs. */
    public enum Format {
        /** Executables, libraries and objects of Linux and its kin. */
        ELF,
        /** The same of Apple's systems. */
        MACH_O,
        /** The same of Windows. */
        PE,
        /** Text that names its interpreter in the first line. */
        SCRIPT,
        /** A class of the Java virtual machine. */
        JAVA_CLASS,
        /** A WebAssembly module. */
        WASM;

        /** Whether the machine runs it as it is. */
        public boolean isNative() {
            return this == ELF || this == MACH_O || this == PE;
        }
    }

    private static final int FIRST_JAVA = 45;
    private static final int LONGEST_LINE = 256;

    /**
     * Reads the first bytes of a file; 4096 are enough for all that programs normally have there.
     *
     * @return null if it is no program
     */
    public static @Nullable ProgramHeader of(byte[] head) {
        if (head.length < 4) {
            return null;
        }
        int magic = (head[0] & 0xff) << 24 | (head[1] & 0xff) << 16 | (head[2] & 0xff) << 8 | head[3] & 0xff;
        return switch (magic) {
            case 0x7f454c46 -> elf(head);
            case 0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe ->
                new ProgramHeader(Format.MACH_O, "Mach-O program", null);
            case 0xcafebabe -> fatOrClass(head);
            case 0x0061736d -> new ProgramHeader(Format.WASM, "WebAssembly module", null);
            default ->
                magic >>> 16 == ('M' << 8 | 'Z') ? pe(head) : magic >>> 16 == ('#' << 8 | '!') ? script(head) : null;
        };
    }

    private static @Nullable ProgramHeader elf(byte[] head) {
        ElfHeader elf = ElfHeader.of(head);
        return elf == null
                ? new ProgramHeader(Format.ELF, "ELF file, its header damaged", null)
                : new ProgramHeader(Format.ELF, elf.description(), elf.interpreter());
    }

    /** A fat binary has a few architectures where a class has its version, which began at 45. */
    private static @Nullable ProgramHeader fatOrClass(byte[] head) {
        if (head.length < 8) {
            return null;
        }
        int high = (head[4] & 0xff) << 8 | head[5] & 0xff;
        int low = (head[6] & 0xff) << 8 | head[7] & 0xff;
        return low < FIRST_JAVA && high == 0
                ? new ProgramHeader(Format.MACH_O, "Mach-O program for several processors", null)
                : new ProgramHeader(Format.JAVA_CLASS, "Java class", null);
    }

    /** Text may begin with MZ as well: only the header behind the one of DOS makes a program. */
    private static @Nullable ProgramHeader pe(byte[] head) {
        if (head.length < 64) {
            return null;
        }
        int at = (head[60] & 0xff) | (head[61] & 0xff) << 8 | (head[62] & 0xff) << 16 | (head[63] & 0xff) << 24;
        boolean fits = at >= 0 && at <= head.length - 4;
        return fits && head[at] == 'P' && head[at + 1] == 'E' && head[at + 2] == 0 && head[at + 3] == 0
                ? new ProgramHeader(Format.PE, "Windows program", null)
                : null;
    }

    /** The kernel takes {@code #!}, blanks and a path. */
    private static @Nullable ProgramHeader script(byte[] head) {
        int end = 2;
        while (end < head.length && end < LONGEST_LINE && head[end] != '\n' && head[end] != 0) {
            end++;
        }
        String line = new String(head, 2, end - 2, StandardCharsets.ISO_8859_1).strip();
        return line.startsWith("/") ? new ProgramHeader(Format.SCRIPT, "script for " + line, line) : null;
    }
}
