package dev.jonah.appdb.dotnet.format;

import dev.jonah.appdb.program.format.Program;
import dev.jonah.appdb.program.format.Program.Part;
import dev.jonah.appdb.program.format.ProgramBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The program that starts an application of .NET ("apphost"). Building fills in two of its variables: the name of the
 * application's assembly, and where the table of a bundle is. The latter are eight bytes, 0 without a bundle, before a
 * signature of 32, the SHA-256 of {@code .net core bundle}.
 */
public final class HostProgram {
    private static final byte[] SIGNATURE =
            HexFormat.of().parseHex("8b1202b96a612038727b930214d7a03213f5b9e6efae3318ee3b2dce24b36aae");
    private static final int OFFSET_LENGTH = 8;
    private static final int CHUNK = 64 * 1024;
    /** Hosts have some hundred kilobytes of variables. */
    private static final long MOST = 4 << 20;

    private final Program program;
    private final ProgramBytes bytes;

    /** Over the variables of a program; the bytes stay the caller's. */
    public HostProgram(Program program, ProgramBytes bytes) {
        this.program = program;
        this.bytes = bytes;
    }

    /**
     * Whether so much follows behind the program that a bundle may be there: costs nothing, and few programs have it.
     */
    public boolean isFollowed() {
        long end = 0;
        for (Part part : program.sections().isEmpty() ? program.segments() : program.sections()) {
            end = Math.max(end, part.offset() + part.size());
        }
        // In ELF the table of sections may be the last part, one of its entries taking 64 bytes at most.
        return bytes.size() - 64L * (program.sections().size() + 1) > end;
    }

    /** Where the table of the bundle is; 0 in a host without one, -1 in programs that are no such host. */
    public long tableOffset() throws IOException {
        long signature = search(SIGNATURE);
        return signature < OFFSET_LENGTH
                ? -1
                : Math.max(
                        0,
                        bytes.at(signature - OFFSET_LENGTH, OFFSET_LENGTH)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getLong());
    }

    /** Whether it is a host that starts the assembly of this file name, {@code Application.dll}. */
    public boolean starts(String assembly) throws IOException {
        return tableOffset() >= 0 && search((assembly + "\0").getBytes(StandardCharsets.UTF_8)) >= 0;
    }

    /** Where these bytes are first among the variables, or -1. */
    private long search(byte[] wanted) throws IOException {
        Part variables = program.section(".data");
        if (variables == null && program.sections().isEmpty()) {
            variables = program.data();
        }
        if (variables == null || variables.offset() < 0) {
            return -1;
        }
        long end = variables.offset() + Math.min(variables.size(), MOST);
        for (long start = variables.offset(); start < end; start += CHUNK - wanted.length + 1) {
            ByteBuffer chunk = bytes.upTo(start, (int) Math.min(CHUNK, end - start));
            for (int i = 0; i + wanted.length <= chunk.limit(); i++) {
                if (chunk.get(i) == wanted[0] && matches(chunk, i, wanted)) {
                    return start + i;
                }
            }
        }
        return -1;
    }

    private static boolean matches(ByteBuffer chunk, int at, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            if (chunk.get(at + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
