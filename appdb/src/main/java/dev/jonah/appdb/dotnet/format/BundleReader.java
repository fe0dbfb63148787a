package dev.jonah.appdb.dotnet.format;

import dev.jonah.appdb.dotnet.format.Bundle.BundledFile;
import dev.jonah.appdb.dotnet.format.Bundle.FileType;
import dev.jonah.appdb.program.format.DamagedProgramException;
import dev.jonah.appdb.program.format.ProgramBytes;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Reads the table of a {@link Bundle} and files of it, of all layouts since .NET Core 3. */
public final class BundleReader {
    /** A bundle of the whole of .NET has some hundred files. */
    private static final int MOST_FILES = 200_000;

    private static final int LONGEST_TABLE = 16 << 20;
    /** Versions 2 to 6 have places of two files and the flags before the files. */
    private static final int KNOWN_PLACES = 4;

    private final ProgramBytes bytes;
    private final ByteBuffer table;

    private BundleReader(ProgramBytes bytes, ByteBuffer table) {
        this.bytes = bytes;
        this.table = table;
    }

    /**
     * The bundle whose table is at this offset.
     *
     * @throws DamagedProgramException if it breaks off, says what cannot be, or has a layout that is not known
     */
    public static Bundle read(ProgramBytes bytes, long offset) throws IOException {
        if (offset <= 0 || offset >= bytes.size()) {
            throw new DamagedProgramException("a table at " + offset + " of a file of " + bytes.size());
        }
        ByteBuffer table = bytes.upTo(offset, LONGEST_TABLE).order(ByteOrder.LITTLE_ENDIAN);
        return new BundleReader(bytes, table).read();
    }

    /**
     * The content of a file, unpacked.
     *
     * @throws DamagedProgramException if the program does not hold it, or it is larger than a table may be
     */
    public static byte[] content(BundledFile file, ProgramBytes bytes) throws IOException {
        boolean packed = file.compressedSize() > 0;
        if (file.size() > LONGEST_TABLE || file.compressedSize() > LONGEST_TABLE) {
            throw new DamagedProgramException(file.path() + " with " + file.size() + " bytes");
        }
        byte[] stored = bytes.at(file.offset(), (int) (packed ? file.compressedSize() : file.size()))
                .array();
        if (!packed) {
            return stored;
        }
        Inflater inflater = new Inflater(true);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(stored), inflater)) {
            return in.readNBytes((int) file.size());
        } catch (EOFException | ZipException e) {
            throw new DamagedProgramException(file.path() + " cannot be unpacked: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    private Bundle read() throws IOException {
        need(12);
        int major = table.getInt();
        int minor = table.getInt();
        int count = table.getInt();
        if (major < 1 || major > 6 || count < 0 || count > MOST_FILES) {
            throw new DamagedProgramException("layout " + major + "." + minor + " with " + count + " files");
        }
        String id = text();
        long flags = 0;
        if (major >= 2) {
            need(8 * (KNOWN_PLACES + 1));
            table.position(table.position() + 8 * KNOWN_PLACES);
            flags = table.getLong();
        }
        List<BundledFile> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            need(major >= 6 ? 25 : 17);
            long offset = table.getLong();
            long size = table.getLong();
            long compressed = major >= 6 ? table.getLong() : 0;
            int type = table.get();
            String path = text();
            if (offset < 0 || size < 0 || compressed < 0 || offset > bytes.size()) {
                throw new DamagedProgramException(path + " with " + size + " bytes at " + offset);
            }
            files.add(new BundledFile(offset, size, compressed, type(type), path));
        }
        return new Bundle(major, minor, id, flags, files);
    }

    private static FileType type(int number) {
        FileType[] all = FileType.values();
        return number >= 0 && number < all.length ? all[number] : FileType.UNKNOWN;
    }

    /** Behind its length, which is a number of 7 bits a byte. */
    private String text() throws IOException {
        int length = 0;
        int shift = 0;
        int next;
        do {
            need(1);
            next = table.get();
            if (shift > 21) {
                throw new DamagedProgramException("a name whose length does not end");
            }
            length |= (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        need(length);
        byte[] text = new byte[length];
        table.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private void need(int count) throws IOException {
        if (table.remaining() < count) {
            throw new DamagedProgramException("its table breaks off");
        }
    }
}
