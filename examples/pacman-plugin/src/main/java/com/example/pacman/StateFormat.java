package com.example.pacman;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.support.LineReader;
import dev.jonah.value.ImagePath;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What a file of pacman must look like. */
enum StateFormat {
    /** The number of the format. */
    NUMBER("the number of the database's format"),
    /** Nothing. */
    EMPTY("pacman's lock, which is empty"),
    /** Lines that begin with a time. */
    LOG("pacman's log: each line begins with a time and who wrote it"),
    /** A tar archive of descriptions, compressed by gzip. */
    REPOSITORY("the list of a repository: an archive of descriptions of packages"),
    /** A detached OpenPGP signature. */
    SIGNATURE("the signature of a list: one OpenPGP packet");

    private static final Pattern LOG_LINE =
            Pattern.compile("\\[\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d[+-]\\d{4})?\\] (?:\\[[A-Z-]+\\] )?[^\\p{Cc}]*");
    private static final int LARGEST_SIGNATURE = 64 * 1024;

    private final String meaning;

    StateFormat(String meaning) {
        this.meaning = meaning;
    }

    /** The format of a file in the directory {@code sync}. */
    static StateFormat ofRepositoryFile(ImagePath path) {
        return path.fileName().endsWith(".sig") ? SIGNATURE : REPOSITORY;
    }

    /** What it is, for a person. */
    String meaning() {
        return meaning;
    }

    /** Whether the content is of this format. */
    boolean fits(Content content, Limits limits) throws IOException {
        return switch (this) {
            case NUMBER -> new String(content.head(16), StandardCharsets.ISO_8859_1).matches("[0-9]{1,9}\n?");
            case EMPTY -> content.size() == 0;
            case LOG -> isLog(content, limits);
            case REPOSITORY -> isRepository(content, limits);
            case SIGNATURE -> content.size() <= LARGEST_SIGNATURE && isSignature(content.head(LARGEST_SIGNATURE));
        };
    }

    private static boolean isLog(Content content, Limits limits) throws IOException {
        try (LineReader lines = new LineReader(content.open(), limits)) {
            String line;
            while ((line = lines.readText()) != null) {
                if (!LOG_LINE.matcher(line).matches()) {
                    return false;
                }
            }
            return lines.lineNumber() > 0;
        }
    }

    private static boolean isRepository(Content content, Limits limits) throws IOException {
        byte[] magic = content.head(2);
        if (magic.length < 2 || magic[0] != 0x1f || magic[1] != (byte) 0x8b) {
            return false;
        }
        try (InputStream in = new BufferedInputStream(new GZIPInputStream(content.open(), 8192))) {
            return RepositoryArchive.fits(in, limits);
        }
    }

    /** A packet with tag 2 in the old or new form (RFC 9580, section 4.2), and nothing after it. */
    private static boolean isSignature(byte[] bytes) {
        if (bytes.length < 4) {
            return false;
        }
        int tag = bytes[0] & 0xff;
        int first = bytes[1] & 0xff;
        int second = bytes[2] & 0xff;
        return switch (tag) {
            case 0x88 -> bytes.length == 2 + first;
            case 0x89 -> bytes.length == 3 + (first << 8 | second);
            case 0xc2 ->
                first < 192
                        ? bytes.length == 2 + first
                        : first < 224 && bytes.length == 3 + ((first - 192) << 8) + second + 192;
            default -> false;
        };
    }
}
