package dev.jonah.declared.sbom.format;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Finds the documents in the directory {@code META-INF/sbom} of an archive of Java (ZIP, APPNOTE.TXT sections 4.3.7, 4.3.12
 * and 4.3.16), by its list of entries. Archives inside of it are not opened, nor those of more than 4 GiB.
 */
public final class ArchivedDocuments {
    private static final int END = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int HEADER = 46;
    private static final int LOCAL_HEADER = 30;
    private static final int LARGEST_LIST = 64 << 20;
    private static final int MOST = 100;
    private static final String PLACE = "META-INF/sbom/";

    private final SeekableByteChannel channel;

    private ArchivedDocuments(SeekableByteChannel channel) {
        this.channel = channel;
    }

    /** Takes one document. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes the document in this entry; {@code in} is closed in any case.
         *
         * @throws IOException to end reading
         */
        void take(String entry, InputStream in) throws IOException;
    }

    private record Entry(String name, int method, long compressed, long header) {}

    /**
     * Hands over the documents, in the order of the list; the channel stays open. What is no archive has none.
     *
     * @throws IOException if one of them lies where it cannot be
     */
    public static void forEach(SeekableByteChannel channel, Taker out) throws IOException {
        ArchivedDocuments archive = new ArchivedDocuments(channel);
        long end = archive.end();
        if (end < 0) {
            return;
        }
        ByteBuffer last = archive.at(end, END);
        long length = last.getInt(12) & 0xffff_ffffL;
        // Whatever stands before the archive, the list of entries stands before its end.
        long list = end - length;
        long before = list - (last.getInt(16) & 0xffff_ffffL);
        if (length > LARGEST_LIST || list < 0 || before < 0) {
            return;
        }
        for (Entry entry : entries(archive.at(list, (int) length))) {
            try (InputStream in = archive.open(entry, before)) {
                out.take(entry.name, in);
            }
        }
    }

    private long end() throws IOException {
        long size = channel.size();
        if (size < END) {
            return -1;
        }
        // Most have no comment, so that their last bytes are enough.
        for (int length : new int[] {END, (int) Math.min(size, END + LONGEST_COMMENT)}) {
            ByteBuffer tail = at(size - length, length);
            for (int i = length - END; i >= 0; i--) {
                if (tail.getInt(i) == 0x0605_4b50) {
                    return size - length + i;
                }
            }
        }
        return -1;
    }

    private static List<Entry> entries(ByteBuffer list) {
        List<Entry> found = new ArrayList<>();
        int at = 0;
        while (at <= list.limit() - HEADER && list.getInt(at) == 0x0201_4b50 && found.size() < MOST) {
            int nameLength = list.getShort(at + 28) & 0xffff;
            int next = at + HEADER + nameLength + (list.getShort(at + 30) & 0xffff) + (list.getShort(at + 32) & 0xffff);
            if (at + HEADER + nameLength <= list.limit()) {
                byte[] raw = new byte[nameLength];
                list.get(at + HEADER, raw);
                String name = new String(raw, StandardCharsets.UTF_8);
                boolean document = name.endsWith(".json") || name.endsWith(".xml") || name.endsWith(".spdx");
                if (document && (name.startsWith(PLACE) || name.contains("/classes/" + PLACE))) {
                    found.add(new Entry(
                            name,
                            list.getShort(at + 10) & 0xffff,
                            list.getInt(at + 20) & 0xffff_ffffL,
                            list.getInt(at + 42) & 0xffff_ffffL));
                }
            }
            at = next;
        }
        return found;
    }

    private InputStream open(Entry entry, long before) throws IOException {
        long header = before + entry.header;
        ByteBuffer local = at(header, LOCAL_HEADER);
        if (local.getInt(0) != 0x0403_4b50 || entry.method != 0 && entry.method != 8) {
            throw new IOException("the entry " + entry.name + " cannot be unpacked");
        }
        int names = (local.getShort(26) & 0xffff) + (local.getShort(28) & 0xffff);
        channel.position(header + LOCAL_HEADER + names);
        InputStream stored = new Part(Channels.newInputStream(channel), entry.compressed);
        if (entry.method == 0) {
            return stored;
        }
        // The inflater of Java wants a byte behind the end.
        InputStream padded = new SequenceInputStream(stored, new ByteArrayInputStream(new byte[1]));
        Inflater inflater = new Inflater(true);
        return new InflaterInputStream(padded, inflater) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }

    private ByteBuffer at(long position, int length) throws IOException {
        if (position < 0 || position > channel.size() - length) {
            throw new IOException("the archive breaks off");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(position);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new IOException("the archive breaks off");
            }
        }
        return bytes.flip();
    }

    /** So many bytes of a stream, which stays open. */
    private static final class Part extends FilterInputStream {
        private long left;

        Part(InputStream in, long length) {
            super(in);
            left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int got = super.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(got, 0);
            return got;
        }

        @Override
        public void close() {
            // The channel is the caller's.
        }
    }
}
