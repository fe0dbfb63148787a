package com.example.pacman;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The tar archive that repo-add makes: a directory for each package, in it {@code desc} and, in {@code .files}, what the
 * package contains. Anything else in it, or after its end, makes it another archive.
 */
final class RepositoryArchive {
    private static final int BLOCK = 512;
    private static final Pattern NAME = Pattern.compile("(?:\\./)?[^/]+-[^/-]+-[^/-]+/(?:desc|depends|files)?");

    private RepositoryArchive() {}

    /**
     * Whether all of the archive is what it should be.
     *
     * @throws LimitExceededException if it is longer than parsers may read
     */
    static boolean fits(InputStream in, Limits limits) throws IOException {
        long read = 0;
        boolean any = false;
        byte[] header = new byte[BLOCK];
        while (in.readNBytes(header, 0, BLOCK) == BLOCK) {
            read += BLOCK;
            limits.check(Limits.Name.PARSER_BYTES, read, "the archive");
            if (header[0] == 0) {
                return any && isZero(header) && endsIn(in);
            }
            long size = octal(header, 124, 12);
            if (size < 0 || octal(header, 148, 8) != sum(header)) {
                return false;
            }
            int type = header[156] == 0 ? '0' : header[156];
            boolean extended = type == 'x' || type == 'g' || type == 'L';
            boolean named = NAME.matcher(text(header, 0, 100)).matches() && header[345] == 0;
            if (!extended && !(named && (type == '0' || type == '5'))) {
                return false;
            }
            long padded = (size + BLOCK - 1) / BLOCK * BLOCK;
            read += padded;
            limits.check(Limits.Name.PARSER_BYTES, read, "the archive");
            if (!content(in, size, padded, !extended)) {
                return false;
            }
            any = true;
        }
        return false;
    }

    /** Passes over the content; whether it is a description, if it is to be one: sections, so text that begins with one. */
    private static boolean content(InputStream in, long size, long padded, boolean description) throws IOException {
        boolean fits = true;
        for (long i = 0; i < padded; i++) {
            int b = in.read();
            if (b < 0) {
                return false;
            }
            fits &= i >= size ? b == 0 : !description || b != 0 && (i > 0 || b == '%');
        }
        return fits;
    }

    /** Whether nothing follows but what fills the last record of a tape: 20 blocks by default. */
    private static boolean endsIn(InputStream in) throws IOException {
        for (int i = 0; i < 64 * BLOCK; i++) {
            int b = in.read();
            if (b != 0) {
                return b < 0;
            }
        }
        return false;
    }

    private static boolean isZero(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private static long sum(byte[] header) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        return sum;
    }

    /** The number in a field, or -1. */
    private static long octal(byte[] header, int offset, int length) {
        String digits = text(header, offset, length).strip();
        return digits.matches("[0-7]{1,12}") ? Long.parseLong(digits, 8) : -1;
    }

    private static String text(byte[] header, int offset, int length) {
        int end = offset;
        while (end < offset + length && header[end] != 0) {
            end++;
        }
        return new String(header, offset, end - offset, StandardCharsets.ISO_8859_1);
    }
}
