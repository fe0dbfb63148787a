package dev.jonah.appdb.java.signature;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Where the sections of a manifest or signature file are. Names are held as one character for each byte. */
final class Sections {
    private static final int MOST = 8;
    private static final int LARGEST = 1 << 16;

    /** The main section; its attributes begin where it begins. */
    final Section main;

    final Map<String, Section> named = new HashMap<>();

    private final byte[] bytes;

    /**
     * @throws DamagedSignatureException if the same name comes so often, or with so much, that nobody means it
     */
    Sections(byte[] bytes) throws DamagedSignatureException {
        this.bytes = bytes;
        int at = endOfSection(0);
        main = new Section(0, 0, at, null, 1);
        while (at < bytes.length) {
            int end = endOfSection(at);
            add(at, end);
            at = end;
        }
    }

    private void add(int start, int end) throws DamagedSignatureException {
        if (!new String(bytes, start, Math.min(5, end - start), StandardCharsets.ISO_8859_1)
                .equalsIgnoreCase("Name:")) {
            return;
        }
        StringBuilder name = new StringBuilder();
        int line = start;
        do {
            int next = nextLine(line);
            int text = line == start ? start + 5 : line + 1;
            for (int i = text; i < next && bytes[i] != '\n' && bytes[i] != '\r'; i++) {
                name.append((char) (bytes[i] & 0xff));
            }
            line = next;
        } while (line < end && bytes[line] == ' ');
        String key = name.length() > 0 && name.charAt(0) == ' ' ? name.substring(1) : name.toString();
        Section before = named.get(key);
        int count = before == null ? 1 : before.count() + 1;
        if (count > MOST || end - start > LARGEST) {
            throw new DamagedSignatureException("its sections for one entry are many or large");
        }
        named.put(key, new Section(start, line, end, before, count));
    }

    /** Behind the first empty line from here on, or behind the last byte. */
    private int endOfSection(int from) {
        int at = from;
        while (at < bytes.length) {
            int next = nextLine(at);
            if (bytes[at] == '\n' || bytes[at] == '\r') {
                return next;
            }
            at = next;
        }
        return bytes.length;
    }

    private int nextLine(int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        if (at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n') {
            at++;
        }
        return Math.min(at + 1, bytes.length);
    }
}
