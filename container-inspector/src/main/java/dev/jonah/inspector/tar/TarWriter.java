package dev.jonah.inspector.tar;

import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries as tar (POSIX.1-2017, pax): a ustar header, and before it an extended one for what does not fit. Names
 * and attributes stay the bytes they are, which no library's writer leaves them. Used by one thread.
 */
public final class TarWriter {
    private static final int BLOCK = TarHeader.BLOCK;
    private static final long MOST_IN_SIZE_FIELD = 077777777777L;
    private static final long MOST_IN_ID_FIELD = 07777777L;

    private final OutputStream out;

    /** Writes to {@code out}, which stays open. */
    public TarWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes one entry with its content.
     *
     * @param first another name of the same content that was written before, or null; then this becomes a link to it
     * @return false, and nothing is written, for a type that tar does not have
     */
    public boolean write(FileEntry entry, @Nullable ImagePath first) throws IOException {
        char type = first != null ? '1' : type(entry.type());
        if (type == 0) {
            return false;
        }
        Content content = type == '0' ? entry.content() : null;
        long size = content == null ? 0 : content.size();
        String name = entry.path().latin1().substring(1) + (entry.isDirectory() ? "/" : "");
        RawText target = entry.target();
        String link = first != null
                ? first.latin1().substring(1)
                : entry.type() == EntryType.SYMLINK && target != null ? target.latin1() : "";
        extendedHeader(entry, name, link, size);
        header(name, type, entry, size, link);
        if (content != null) {
            copy(content);
        }
        return true;
    }

    /** Writes the end of the archive. */
    public void finish() throws IOException {
        out.write(new byte[2 * BLOCK]);
        out.flush();
    }

    private static char type(EntryType type) {
        return switch (type) {
            case FILE, HARDLINK -> '0';
            case SYMLINK -> '2';
            case CHAR -> '3';
            case BLOCK -> '4';
            case DIRECTORY -> '5';
            case FIFO -> '6';
            case SOCKET -> 0;
        };
    }

    private void extendedHeader(FileEntry entry, String name, String link, long size) throws IOException {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        if (name.length() > 100) {
            record("path", name, records);
        }
        if (link.length() > 100) {
            record("linkpath", link, records);
        }
        if (size > MOST_IN_SIZE_FIELD) {
            record("size", Long.toString(size), records);
        }
        if (entry.uid() > MOST_IN_ID_FIELD) {
            record("uid", Long.toString(entry.uid()), records);
        }
        if (entry.gid() > MOST_IN_ID_FIELD) {
            record("gid", Long.toString(entry.gid()), records);
        }
        if (entry.modified() < 0 || entry.modified() > MOST_IN_SIZE_FIELD) {
            record("mtime", Long.toString(entry.modified()), records);
        }
        for (Map.Entry<String, RawText> attribute : entry.attributes().entrySet()) {
            String key = new String(attribute.getKey().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            record("SCHILY.xattr." + key, attribute.getValue().latin1(), records);
        }
        if (records.size() > 0) {
            byte[] block = new byte[BLOCK];
            text(block, 0, "././@PaxHeader");
            octal(block, 100, 8, 0644);
            octal(block, 124, 12, records.size());
            block[156] = 'x';
            seal(block);
            records.writeTo(out);
            pad(records.size());
        }
    }

    private void header(String name, char type, FileEntry entry, long size, String link) throws IOException {
        byte[] block = new byte[BLOCK];
        text(block, 0, name.substring(0, Math.min(name.length(), 100)));
        octal(block, 100, 8, entry.mode());
        octal(block, 108, 8, Math.min(entry.uid(), MOST_IN_ID_FIELD));
        octal(block, 116, 8, Math.min(entry.gid(), MOST_IN_ID_FIELD));
        octal(block, 124, 12, Math.min(size, MOST_IN_SIZE_FIELD));
        octal(block, 136, 12, Math.max(0, Math.min(entry.modified(), MOST_IN_SIZE_FIELD)));
        block[156] = (byte) type;
        text(block, 157, link.substring(0, Math.min(link.length(), 100)));
        if (entry.device() != null) {
            octal(block, 329, 8, entry.device().major() & MOST_IN_ID_FIELD);
            octal(block, 337, 8, entry.device().minor() & MOST_IN_ID_FIELD);
        }
        seal(block);
    }

    private void seal(byte[] block) throws IOException {
        text(block, 257, "ustar");
        text(block, 263, "00");
        text(block, 148, "        ");
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xff;
        }
        octal(block, 148, 7, sum);
        out.write(block);
    }

    private void copy(Content content) throws IOException {
        try (InputStream in = content.open()) {
            long copied = in.transferTo(out);
            if (copied != content.size()) {
                throw new EOFException("a content of " + content.size() + " bytes gave " + copied);
            }
        }
        pad(content.size());
    }

    private void pad(long size) throws IOException {
        out.write(new byte[(int) (-size & BLOCK - 1)]);
    }

    /** A record whose length counts its own digits. */
    private static void record(String key, String latin1, ByteArrayOutputStream records) throws IOException {
        String body = " " + key + "=" + latin1 + "\n";
        int length = body.length() + 1;
        while (length != body.length() + Integer.toString(length).length()) {
            length = body.length() + Integer.toString(length).length();
        }
        records.write((length + body).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void text(byte[] block, int offset, String latin1) {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, block, offset, bytes.length);
    }

    private static void octal(byte[] block, int offset, int length, long value) {
        long left = value;
        block[offset + length - 1] = 0;
        for (int i = offset + length - 2; i >= offset; i--) {
            block[i] = (byte) ('0' + (left & 7));
            left >>>= 3;
        }
    }
}
