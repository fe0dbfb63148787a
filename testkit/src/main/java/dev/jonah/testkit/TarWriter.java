package dev.jonah.testkit;

import dev.jonah.value.RawText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes tar archives: POSIX ustar headers, with a PAX extended header before each member that needs one (names above 100
 * bytes or not ASCII, large or negative numbers, extended attributes as {@code SCHILY.xattr}). Same calls, same bytes.
 */
final class TarWriter {
    private static final int BLOCK = 512;
    private static final int NAME_BYTES = 100;
    private static final long LARGEST_ID = 07777777;
    private static final long LARGEST_NUMBER = 077777777777L;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Appends a member. */
    void add(TarEntry entry) {
        Map<String, RawText> records = records(entry);
        if (!records.isEmpty()) {
            byte[] body = body(records);
            header(
                    RawText.of("PaxHeaders.0/entry"),
                    (byte) 'x',
                    new TarEntry(entry.name, entry.type, 0644),
                    body.length);
            padded(body);
        }
        header(entry.name, entry.flag(), entry, entry.content.length);
        padded(entry.content);
    }

    /** Appends bytes as they are: whole blocks, unless the archive shall be broken. */
    void raw(byte[] bytes) {
        out.writeBytes(bytes);
    }

    /** The archive with its two closing blocks of zeros. */
    byte[] finish() {
        out.writeBytes(new byte[2 * BLOCK]);
        return out.toByteArray();
    }

    private static Map<String, RawText> records(TarEntry entry) {
        Map<String, RawText> records = new TreeMap<>();
        if (needsRecord(entry.name)) {
            records.put("path", entry.name);
        }
        if (entry.target != null && needsRecord(entry.target)) {
            records.put("linkpath", entry.target);
        }
        number(records, "uid", entry.uid, LARGEST_ID);
        number(records, "gid", entry.gid, LARGEST_ID);
        number(records, "mtime", entry.modified, LARGEST_NUMBER);
        entry.attributes.forEach((name, value) -> records.put("SCHILY.xattr." + name, value));
        return records;
    }

    private static boolean needsRecord(RawText name) {
        boolean ascii = name.latin1().chars().allMatch(c -> c < 0x80);
        return name.length() > NAME_BYTES || !ascii && name.isUtf8();
    }

    private static void number(Map<String, RawText> records, String key, long value, long largest) {
        if (value < 0 || value > largest) {
            records.put(key, RawText.of(Long.toString(value)));
        }
    }

    /** Each record is "LENGTH KEY=VALUE\n", where LENGTH counts its own digits. */
    private static byte[] body(Map<String, RawText> records) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        records.forEach((key, value) -> {
            byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
            int rest = keyBytes.length + value.length() + 3;
            int length = rest + Integer.toString(rest).length();
            if (Integer.toString(length).length() > length - rest) {
                length++;
            }
            body.writeBytes((length + " ").getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(keyBytes);
            body.write('=');
            body.writeBytes(value.bytes());
            body.write('\n');
        });
        return body.toByteArray();
    }

    private void header(RawText name, byte flag, TarEntry entry, long size) {
        byte[] block = new byte[BLOCK];
        text(block, 0, NAME_BYTES, name);
        octal(block, 100, 8, entry.mode);
        octal(block, 108, 8, fitting(entry.uid, LARGEST_ID));
        octal(block, 116, 8, fitting(entry.gid, LARGEST_ID));
        octal(block, 124, 12, size);
        octal(block, 136, 12, fitting(entry.modified, LARGEST_NUMBER));
        block[156] = flag;
        if (entry.target != null) {
            text(block, 157, NAME_BYTES, entry.target);
        }
        text(block, 257, 8, RawText.ofLatin1("ustar\u000000"));
        octal(block, 329, 8, entry.device == null ? 0 : entry.device.major());
        octal(block, 337, 8, entry.device == null ? 0 : entry.device.minor());
        checksum(block);
        out.writeBytes(block);
    }

    /** The sum of all bytes of the header, its own field counted as blanks. */
    private static void checksum(byte[] block) {
        text(block, 148, 8, RawText.of("        "));
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xff;
        }
        octal(block, 148, 7, sum);
    }

    private static long fitting(long value, long largest) {
        return value < 0 || value > largest ? 0 : value;
    }

    private static void text(byte[] block, int offset, int width, RawText text) {
        System.arraycopy(text.bytes(), 0, block, offset, Math.min(width, text.length()));
    }

    private static void octal(byte[] block, int offset, int width, long value) {
        String digits = Long.toOctalString(value);
        String field = "0".repeat(width - 1 - digits.length()) + digits + '\0';
        text(block, offset, width, RawText.ofLatin1(field));
    }

    private void padded(byte[] content) {
        out.writeBytes(content);
        out.writeBytes(new byte[Math.floorMod(-content.length, BLOCK)]);
    }
}
