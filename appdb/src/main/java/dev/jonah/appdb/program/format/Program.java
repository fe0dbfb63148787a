package dev.jonah.appdb.program.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layout of one compiled program, or of one architecture of a Mach-O file that holds several.
 *
 * @param format what kind of file
 * @param bigEndian byte order of its numbers
 * @param wide whether addresses have 64 bits, not 32
 * @param machine number of the architecture, as the format has it
 * @param sections named parts, in the order of the file; empty if the table was stripped or is damaged
 * @param segments what the loader maps, in the order of the file
 */
public record Program(
        Format format, boolean bigEndian, boolean wide, int machine, List<Part> sections, List<Part> segments) {
    /** Kinds of compiled programs. */
    public enum Format {
        /** Of Linux and most other systems. */
        ELF,
        /** Of Windows. */
        PE,
        /** Of macOS. */
        MACH_O
    }

    /**
     * A section or segment.
     *
     * @param name of a section, without the segment's; empty if it has none
     * @param offset in the file
     * @param size bytes in the file; 0 if it has none there
     * @param address in memory
     * @param writable whether the program may change it
     */
    public record Part(String name, long offset, long size, long address, boolean writable) {}

    /** Copies the lists. */
    public Program {
        sections = List.copyOf(sections);
        segments = List.copyOf(segments);
    }

    /** The first section of this name that has bytes in the file, or null. */
    public @Nullable Part section(String name) {
        for (Part section : sections) {
            if (section.name().equals(name) && section.size() > 0) {
                return section;
            }
        }
        return null;
    }

    /** The first segment that the program may change, where its variables lie; or null. */
    public @Nullable Part data() {
        for (Part segment : segments) {
            if (segment.writable() && segment.size() > 0) {
                return segment;
            }
        }
        return null;
    }

    /** Where in the file the byte of this address lies, or -1. */
    public long offsetOf(long address) {
        for (Part segment : segments) {
            long distance = address - segment.address();
            if (distance >= 0 && distance < segment.size()) {
                return segment.offset() + distance;
            }
        }
        return -1;
    }
}
