package dev.jonah.appdb.java.nativeimage.format;

import dev.jonah.appdb.program.format.DamagedProgramException;
import dev.jonah.appdb.program.format.Program;
import dev.jonah.appdb.program.format.Program.Part;
import dev.jonah.appdb.program.format.ProgramBytes;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads ELF programs that {@code native-image} compiled: they have a section {@code .svm_heap}, and name their bill of
 * materials by the dynamic symbols {@code sbom} and {@code sbom_length} (GraalVM reference manual, "Software Bill of
 * Materials").
 */
public final class NativeImageReader {
    private static final int SYMBOL = 24;
    private static final int MOST_SYMBOLS = 1_000_000;
    private static final int PIECE = 1000 * SYMBOL;
    private static final int LONGEST_NAMES = 16 << 20;
    private static final int LARGEST_SBOM = 64 << 20;
    private static final int LONGEST_VERSION = 1024;

    private final Program program;
    private final ProgramBytes bytes;
    private long sbom = -1;
    private long sbomLength = -1;
    private long version = -1;

    private NativeImageReader(Program program, ProgramBytes bytes) {
        this.program = program;
        this.bytes = bytes;
    }

    /**
     * What it says; null if it was compiled otherwise.
     *
     * @throws DamagedProgramException if its bill of materials lies outside of it
     */
    public static @Nullable NativeImage read(Program program, ProgramBytes bytes) throws IOException {
        Part symbols = program.section(".dynsym");
        Part names = program.section(".dynstr");
        if (program.format() != Program.Format.ELF || !program.wide() || program.section(".svm_heap") == null) {
            return null;
        }
        NativeImageReader reader = new NativeImageReader(program, bytes);
        if (symbols != null && names != null) {
            reader.symbols(symbols, bytes.upTo(names.offset(), (int) Math.min(names.size(), LONGEST_NAMES)));
        }
        return new NativeImage(reader.version(), reader.sbom());
    }

    private void symbols(Part table, ByteBuffer names) throws IOException {
        long left = Math.min(table.size(), (long) MOST_SYMBOLS * SYMBOL);
        for (long at = 0; left - at >= SYMBOL; at += PIECE) {
            ByteBuffer piece = bytes.at(table.offset() + at, (int) Math.min(PIECE, left - at), program.bigEndian());
            for (int i = 0; i + SYMBOL <= piece.limit(); i += SYMBOL) {
                symbol(name(names, piece.getInt(i)), piece.getLong(i + 8));
            }
        }
    }

    private void symbol(String name, long address) {
        switch (name) {
            case "sbom" -> sbom = program.offsetOf(address);
            case "sbom_length" -> sbomLength = program.offsetOf(address);
            case "__svm_version_info" -> version = program.offsetOf(address);
            default -> {
                // One of the many others.
            }
        }
    }

    /** Up to the first zero; what is longer than the names that count is none of them. */
    private static String name(ByteBuffer names, int start) {
        StringBuilder name = new StringBuilder();
        for (int i = start; i >= 0 && i < names.limit() && names.get(i) != 0 && name.length() < 20; i++) {
            name.append((char) (names.get(i) & 0xff));
        }
        return name.toString();
    }

    private @Nullable String version() throws IOException {
        if (version < 0) {
            return null;
        }
        ByteBuffer text = bytes.upTo(version, LONGEST_VERSION);
        int length = 0;
        while (length < text.limit() && text.get(length) != 0) {
            length++;
        }
        return StandardCharsets.UTF_8.decode(text.limit(length)).toString();
    }

    private @Nullable RawText sbom() throws IOException {
        if (sbom < 0 || sbomLength < 0) {
            return null;
        }
        long length = bytes.at(sbomLength, 8, program.bigEndian()).getLong();
        if (length < 0 || length > LARGEST_SBOM) {
            throw new DamagedProgramException("its bill of materials is said to have " + length + " bytes");
        }
        return RawText.of(bytes.at(sbom, (int) length).array());
    }
}
