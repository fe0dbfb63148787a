package dev.jonah.appdb.ruby.format;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code .gem}, as RubyGems 1.0 and newer make them: a tar archive with {@code metadata.gz}, {@code data.tar.gz} and
 * {@code checksums.yaml.gz}. It is streamed once; of the files only checksums are kept.
 */
public final class GemArchiveReader {
    private static final int MOST_FILES = 200_000;
    private static final int MOST_TEXT = 16 << 20;
    /** Text does not compress better than this; more is made to do harm. */
    private static final long BEST_RATIO = 200;

    private final InputStream in;
    private final Limits limits;
    private final Map<String, Map<Digest.Algorithm, Digest>> parts = new HashMap<>();
    private final List<GemFile> files = new ArrayList<>();
    private String metadata = "";
    private String checksums = "";
    private boolean signed;

    private GemArchiveReader(InputStream in, Limits limits) {
        this.in = in;
        this.limits = limits;
    }

    /**
     * Reads one archive; {@code in} is closed.
     *
     * @throws LimitExceededException if there is more in it than allowed, or than text can shrink to its size
     * @throws IOException if it is none, is damaged, or differs from the checksums that it states
     */
    public static GemArchive read(InputStream in, Limits limits) throws IOException {
        try (InputStream buffered = new BufferedInputStream(in, 1 << 16)) {
            return new GemArchiveReader(buffered, limits).read();
        }
    }

    private GemArchive read() throws IOException {
        TarHeader header;
        while ((header = TarHeader.read(in)) != null) {
            BoundedStream content = new BoundedStream(in, header.size());
            if (header.isFile()) {
                part(header.name().latin1(), header.size(), content);
            }
            content.drain();
            new BoundedStream(in, header.padding()).drain();
        }
        if (!parts.containsKey("data.tar.gz") || !parts.containsKey("metadata.gz")) {
            throw new IOException("not an archive of a gem");
        }
        boolean checked = check();
        return new GemArchive(top("name"), after("version"), top("platform"), files, checked, signed);
    }

    private void part(String name, long size, InputStream content) throws IOException {
        boolean known = name.equals("metadata.gz") || name.equals("data.tar.gz") || name.equals("checksums.yaml.gz");
        signed |= name.endsWith(".gz.sig");
        if (!known) {
            return;
        }
        if (parts.containsKey(name)) {
            throw new IOException(name + " is there twice");
        }
        MessageDigest sha1 = Digest.Algorithm.SHA1.newMessageDigest();
        MessageDigest sha256 = Digest.Algorithm.SHA256.newMessageDigest();
        MessageDigest sha512 = Digest.Algorithm.SHA512.newMessageDigest();
        InputStream digested =
                new DigestInputStream(new DigestInputStream(new DigestInputStream(content, sha1), sha256), sha512);
        if (size > 0) {
            InputStream plain = new Inflated(new GZIPInputStream(digested, 1 << 14), most(size));
            if (name.equals("data.tar.gz")) {
                data(plain);
            } else {
                String text = text(plain);
                metadata = name.equals("metadata.gz") ? text : metadata;
                checksums = name.equals("checksums.yaml.gz") ? text : checksums;
            }
        }
        digested.transferTo(OutputStream.nullOutputStream());
        parts.put(
                name,
                Map.of(
                        Digest.Algorithm.SHA1, Digest.of(Digest.Algorithm.SHA1, sha1.digest()),
                        Digest.Algorithm.SHA256, Digest.of(Digest.Algorithm.SHA256, sha256.digest()),
                        Digest.Algorithm.SHA512, Digest.of(Digest.Algorithm.SHA512, sha512.digest())));
    }

    private long most(long compressed) {
        return Math.min(limits.get(Limits.Name.PARSER_BYTES), (1L << 20) + BEST_RATIO * compressed);
    }

    private void data(InputStream tar) throws IOException {
        TarHeader header;
        while ((header = TarHeader.read(tar)) != null) {
            if (files.size() == MOST_FILES) {
                throw new IOException("more than " + MOST_FILES + " files");
            }
            BoundedStream content = new BoundedStream(tar, header.size());
            if (header.isFile()) {
                MessageDigest sha256 = Digest.Algorithm.SHA256.newMessageDigest();
                new DigestInputStream(content, sha256).transferTo(OutputStream.nullOutputStream());
                files.add(new GemFile(
                        header.name(), header.size(), Digest.of(Digest.Algorithm.SHA256, sha256.digest()), null));
            } else if (header.isLink()) {
                files.add(new GemFile(header.name(), 0, null, header.target()));
            }
            content.drain();
            new BoundedStream(tar, header.padding()).drain();
        }
    }

    private static String text(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_TEXT + 1);
        if (bytes.length > MOST_TEXT) {
            throw new IOException("more than " + MOST_TEXT + " bytes of text");
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Compares what was read with {@code checksums.yaml}: an algorithm, and below it a line for each part. */
    private boolean check() throws IOException {
        boolean compared = false;
        Digest.Algorithm algorithm = null;
        BufferedReader lines = new BufferedReader(new StringReader(checksums));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String key = line.substring(0, colon).strip();
            if (!line.startsWith(" ")) {
                algorithm = switch (key) {
                    case "SHA1" -> Digest.Algorithm.SHA1;
                    case "SHA256" -> Digest.Algorithm.SHA256;
                    case "SHA512" -> Digest.Algorithm.SHA512;
                    default -> null;
                };
            } else if (algorithm != null && parts.containsKey(key)) {
                compare(key, algorithm, line.substring(colon + 1).strip());
                compared = true;
            }
        }
        return compared;
    }

    private void compare(String part, Digest.Algorithm algorithm, String stated) throws IOException {
        Digest found = parts.getOrDefault(part, Map.of()).get(algorithm);
        if (found == null || !stated.replaceAll("[\"']", "").equalsIgnoreCase(found.hex())) {
            throw new IOException(part + " has another checksum than the archive states");
        }
    }

    /** The value of a field of the metadata, which is YAML. */
    private @Nullable String top(String field) {
        int start = metadata.indexOf("\n" + field + ": ");
        return start < 0 ? null : value(start + field.length() + 3);
    }

    /** The version, which stands in an object of its own. */
    private @Nullable String after(String field) {
        int start = metadata.indexOf("\n" + field + ": !ruby/object:Gem::Version");
        int inner = start < 0 ? -1 : metadata.indexOf("\n  version: ", start);
        return inner < 0 ? null : value(inner + "\n  version: ".length());
    }

    private @Nullable String value(int start) {
        int end = metadata.indexOf('\n', start);
        String value =
                metadata.substring(start, end < 0 ? metadata.length() : end).strip();
        boolean quoted = value.length() > 1 && (value.startsWith("'") || value.startsWith("\""));
        String plain = quoted ? value.substring(1, value.length() - 1) : value;
        return plain.isEmpty() || plain.startsWith("!")
                ? null
                : RawText.ofLatin1(plain).toString();
    }

    /** Decompressed bytes, up to a bound. */
    private final class Inflated extends InputStream {
        private final InputStream plain;
        private final long most;
        private long left;

        Inflated(InputStream plain, long most) {
            this.plain = plain;
            this.most = most;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = plain.read(into, offset, length);
            left -= Math.max(n, 0);
            if (left < 0) {
                long bound = limits.get(Limits.Name.PARSER_BYTES);
                throw most == bound
                        ? new LimitExceededException(Limits.Name.PARSER_BYTES, bound, "a part of the archive of a gem")
                        : new IOException("a part of it grows more than files do when it is decompressed");
            }
            return n;
        }
    }
}
