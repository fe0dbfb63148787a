package dev.jonah.appdb.python;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Words of a text, kept as where they stand in it: a set of strings would take an object or two for every word of every
 * source file of an image. Words that collide with many others, as only words do that somebody made for this purpose, are
 * kept as strings, so that adding one takes a bounded time. Not safe for several threads.
 */
final class WordSet {
    private static final int MOST_PROBES = 32;

    private final byte[] text;
    private final Set<String> strings = new HashSet<>();
    private int[] starts = new int[512];
    private int[] ends = new int[512];
    private int[] hashes = new int[512];
    private int size;

    WordSet(byte[] text) {
        this.text = text;
    }

    /** Adds the word from {@code start} up to {@code end}, which is not empty. */
    void add(int start, int end) {
        if (size > starts.length / 2) {
            grow();
        }
        put(start, end, hash(text, start, end));
    }

    /** Adds a word that does not stand in the text, of one character per byte. */
    void add(String word) {
        strings.add(word);
    }

    boolean contains(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.ISO_8859_1);
        int hash = hash(bytes, 0, bytes.length);
        int mask = starts.length - 1;
        for (int probe = 0, slot = hash & mask;
                probe < MOST_PROBES && ends[slot] != 0;
                probe++, slot = slot + 1 & mask) {
            if (hashes[slot] == hash && Arrays.equals(text, starts[slot], ends[slot], bytes, 0, bytes.length)) {
                return true;
            }
        }
        return strings.contains(word);
    }

    private void put(int start, int end, int hash) {
        int mask = starts.length - 1;
        int slot = hash & mask;
        for (int probe = 0; probe < MOST_PROBES; probe++, slot = slot + 1 & mask) {
            if (ends[slot] == 0) {
                starts[slot] = start;
                ends[slot] = end;
                hashes[slot] = hash;
                size++;
                return;
            }
            if (hashes[slot] == hash && Arrays.equals(text, starts[slot], ends[slot], text, start, end)) {
                return;
            }
        }
        strings.add(new String(text, start, end - start, StandardCharsets.ISO_8859_1));
    }

    private void grow() {
        int[] oldStarts = starts;
        int[] oldEnds = ends;
        int[] oldHashes = hashes;
        starts = new int[2 * oldStarts.length];
        ends = new int[starts.length];
        hashes = new int[starts.length];
        size = 0;
        for (int i = 0; i < oldStarts.length; i++) {
            if (oldEnds[i] != 0) {
                put(oldStarts[i], oldEnds[i], oldHashes[i]);
            }
        }
    }

    private static int hash(byte[] bytes, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ hash >>> 15;
    }
}
