package dev.jonah.appdb.ruby;

import dev.jonah.testkit.Gzip;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Archives of gems with any content. */
public final class Gems {
    private static final int BLOCK = 512;

    private Gems() {}

    /** The archive of a gem with these files, each with the content {@code x}; it states no checksums. */
    public static byte[] of(String name, String version, String... files) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (String file : files) {
            data.writeBytes(entry(file, '0', "", ascii("x")));
        }
        return archive(metadata(name, version), tar(data));
    }

    /** The archive with this metadata and this tar archive of its files. */
    public static byte[] archive(String metadata, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(entry("metadata.gz", '0', "", Gzip.compress(ascii(metadata))));
        out.writeBytes(entry("data.tar.gz", '0', "", Gzip.compress(data)));
        return tar(out);
    }

    /** Metadata as RubyGems writes it, as far as it tells which gem it is of. */
    public static String metadata(String name, String version) {
        return "--- !ruby/object:Gem::Specification\nname: " + name
                + "\nversion: !ruby/object:Gem::Version\n  version: '" + version + "'\nplatform: ruby\n";
    }

    /** An archive of these entries. */
    public static byte[] tar(ByteArrayOutputStream entries) {
        entries.writeBytes(new byte[2 * BLOCK]);
        return entries.toByteArray();
    }

    /** One entry. */
    public static byte[] entry(String name, char type, String target, byte[] content) {
        byte[] block = new byte[BLOCK];
        put(block, 0, name);
        put(block, 100, "0000644\0");
        put(block, 124, String.format("%011o\0", content.length));
        put(block, 148, "        ");
        block[156] = (byte) type;
        put(block, 157, target);
        put(block, 257, "ustar\00000");
        int sum = 0;
        for (byte each : block) {
            sum += each & 0xff;
        }
        put(block, 148, String.format("%06o\0", sum));
        byte[] entry = Arrays.copyOf(block, BLOCK + (content.length + BLOCK - 1) / BLOCK * BLOCK);
        System.arraycopy(content, 0, entry, BLOCK, content.length);
        return entry;
    }

    private static void put(byte[] block, int at, String text) {
        System.arraycopy(ascii(text), 0, block, at, text.length());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
