package dev.jonah.appdb.dotnet.format;

import dev.jonah.appdb.program.format.Program;
import dev.jonah.appdb.program.format.Program.Part;
import dev.jonah.appdb.program.format.ProgramBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Reads the version of a file of Windows, which assemblies of .NET are, out of its resources: the fixed part of the
 * version information ({@code VS_FIXEDFILEINFO} of the Windows documentation).
 */
public final class FileVersionReader {
    private static final int SIGNATURE = 0xfeef04bd;
    private static final int LENGTH = 16;
    /** Assemblies have little else among their resources; programs have pictures. */
    private static final int MOST = 1 << 20;

    private FileVersionReader() {}

    /** The four numbers of the version with full stops between them, or null if the file has none. */
    public static @Nullable String read(Program program, ProgramBytes bytes) throws IOException {
        Part resources = program.format() == Program.Format.PE ? program.section(".rsrc") : null;
        if (resources == null) {
            return null;
        }
        ByteBuffer buffer = bytes.upTo(resources.offset(), (int) Math.min(resources.size(), MOST))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + LENGTH <= buffer.limit(); i += 4) {
            if (buffer.getInt(i) == SIGNATURE) {
                int high = buffer.getInt(i + 8);
                int low = buffer.getInt(i + 12);
                return (high >>> 16) + "." + (high & 0xffff) + "." + (low >>> 16) + "." + (low & 0xffff);
            }
        }
        return null;
    }
}
