package dev.jonah.appdb.program;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes small ELF files of any byte order and width: sections, and one segment that maps the whole file. */
public final class TestElf {
    /** Where the file is mapped. */
    public static final long ADDRESS = 0x400000;

    private final boolean bigEndian;
    private final boolean wide;
    private final List<String> names = new ArrayList<>(List.of(""));
    private final List<byte[]> contents = new ArrayList<>(List.of(new byte[0]));
    private boolean tableOfSections = true;

    private TestElf(boolean bigEndian, boolean wide) {
        this.bigEndian = bigEndian;
        this.wide = wide;
    }

    /** An empty file of this kind. */
    public static TestElf of(boolean bigEndian, boolean wide) {
        return new TestElf(bigEndian, wide);
    }

    /** Of a usual machine. */
    public static TestElf usual() {
        return of(false, true);
    }

    /** With this section; the content starts at a multiple of 16. */
    public TestElf section(String name, byte[] content) {
        names.add(name);
        contents.add(content);
        return this;
    }

    /** Without the table of sections, as some strippers leave it. */
    public TestElf withoutTable() {
        tableOfSections = false;
        return this;
    }

    /** Where the content of the first section starts. */
    public long firstOffset() {
        return 128;
    }

    /** The file. */
    public byte[] bytes() {
        ByteArrayOutputStream nameTable = new ByteArrayOutputStream();
        List<String> allNames = new ArrayList<>(names);
        allNames.add(".shstrtab");
        List<Integer> nameOffsets = new ArrayList<>();
        for (String name : allNames) {
            nameOffsets.add(nameTable.size());
            nameTable.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
            nameTable.write(0);
        }
        List<byte[]> all = new ArrayList<>(contents);
        all.add(nameTable.toByteArray());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<Long> offsets = new ArrayList<>();
        for (byte[] content : all) {
            while (body.size() % 16 != 0) {
                body.write(0);
            }
            offsets.add(firstOffset() + body.size());
            body.writeBytes(content);
        }
        while (body.size() % 16 != 0) {
            body.write(0);
        }
        int entry = wide ? 64 : 40;
        long table = firstOffset() + body.size();
        long total = table + (tableOfSections ? (long) entry * all.size() : 0);
        ByteBuffer out =
                ByteBuffer.allocate((int) total).order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        header(out, tableOfSections ? table : 0, tableOfSections ? all.size() : 0);
        segment(out, total);
        out.position((int) firstOffset());
        out.put(body.toByteArray());
        for (int i = 0; tableOfSections && i < all.size(); i++) {
            int at = (int) table + i * entry;
            out.putInt(at, nameOffsets.get(i)).putInt(at + 4, i == 0 ? 0 : 1);
            if (wide) {
                out.putLong(at + 8, 3).putLong(at + 24, offsets.get(i)).putLong(at + 32, all.get(i).length);
            } else {
                out.putInt(at + 8, 3)
                        .putInt(at + 16, (int) (long) offsets.get(i))
                        .putInt(at + 20, all.get(i).length);
            }
        }
        return out.array();
    }

    private void header(ByteBuffer out, long table, int count) {
        out.put(0, new byte[] {0x7f, 'E', 'L', 'F', (byte) (wide ? 2 : 1), (byte) (bigEndian ? 2 : 1), 1});
        out.putShort(16, (short) 2).putShort(18, (short) 62).putInt(20, 1);
        int rest = wide ? 54 : 42;
        if (wide) {
            out.putLong(32, 64).putLong(40, table);
        } else {
            out.putInt(28, 64).putInt(32, (int) table);
        }
        out.putShort(rest, (short) (wide ? 56 : 32)).putShort(rest + 2, (short) 1);
        out.putShort(rest + 4, (short) (wide ? 64 : 40)).putShort(rest + 6, (short) count);
        out.putShort(rest + 8, (short) Math.max(0, count - 1));
    }

    private void segment(ByteBuffer out, long size) {
        out.putInt(64, 1);
        if (wide) {
            out.putInt(68, 6).putLong(80, ADDRESS).putLong(96, size);
        } else {
            out.putInt(72, (int) ADDRESS).putInt(80, (int) size).putInt(88, 6);
        }
    }
}
