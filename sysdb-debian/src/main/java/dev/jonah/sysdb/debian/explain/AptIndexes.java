package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.support.BoundedInput;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Explains the indexes that apt fetched into {@code /var/lib/apt/lists}: a release file in its format, and beside it
 * only indexes that it lists with the SHA-256 that it lists. Signatures are not verified here. Where apt compressed an
 * index itself by something other than gzip, only that can be seen.
 */
public final class AptIndexes implements Explainer {
    private static final ImagePath LISTS = ImagePath.of("/var/lib/apt/lists");
    private static final Map<String, String> COMPRESSED =
            Map.of(".lz4", "04224d18", ".xz", "fd377a58", ".zst", "28b52ffd", ".bz2", "425a68");

    /** Called by the service loader. */
    public AptIndexes() {}

    @Override
    public String id() {
        return "jonah.sysdb.debian.apt-indexes";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.below(LISTS.latin1());
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) {
        Books books = new Books(scan);
        if (!books.isInstalled("apt") && !books.isInstalled("libapt-pkg*")) {
            return;
        }
        Map<ImagePath, ReleaseFile> releases = new HashMap<>();
        Map<String, ReleaseFile> listed = new HashMap<>();
        for (FileEntry file : books.tree().children(LISTS)) {
            ReleaseFile release = attempt(file, books, () -> ReleaseFile.read(file, books));
            if (release != null) {
                releases.put(file.path(), release);
                release.indexes().keySet().forEach(name -> listed.putIfAbsent(name, release));
            }
        }
        for (FileEntry file : (Iterable<FileEntry>) scan.candidates()::iterator) {
            boolean plain = file.type().isRegular() && (file.mode() & 07111) == 0;
            Finding finding = plain ? attempt(file, books, () -> look(file, releases, listed, books)) : null;
            if (finding != null) {
                Evidence evidence = new Evidence("apt.index", finding.text(), finding.inputs());
                out.accept(new Explanation(file.path(), Verdict.TRANSIENT, evidence));
            }
        }
    }

    private static @Nullable Finding look(
            FileEntry file, Map<ImagePath, ReleaseFile> releases, Map<String, ReleaseFile> listed, Books books)
            throws IOException {
        ReleaseFile own = releases.get(file.path());
        if (own != null) {
            return Finding.of("a release file that lists " + own.indexes().size() + " indexes", file.path());
        }
        String name = file.path().name().latin1();
        Content content = file.content();
        ImagePath signed = name.endsWith("_Release.gpg")
                ? LISTS.resolve(dev.jonah.value.RawText.ofLatin1(name.substring(0, name.length() - 4)))
                : null;
        if (content == null) {
            return null;
        }
        if (signed != null && releases.containsKey(signed)) {
            boolean armour =
                    dev.jonah.value.RawText.of(content.head(32)).latin1().startsWith("-----BEGIN PGP SIGNATURE-----");
            return armour ? Finding.of("the signature of a release file", signed) : null;
        }
        ReleaseFile release = listed.get(name);
        if (release != null) {
            boolean same = content.digest(Digest.Algorithm.SHA256)
                    .hex()
                    .equals(release.indexes().get(name));
            return same ? Finding.of("an index with the SHA-256 that the release file lists", release.path()) : null;
        }
        int dot = name.lastIndexOf('.');
        String plain = dot < 0 ? "" : name.substring(0, dot);
        release = listed.get(plain);
        return release == null
                ? null
                : compressed(content, name.substring(dot), release.indexes().get(plain), release, books);
    }

    private static @Nullable Finding compressed(
            Content content, String suffix, @Nullable String sha256, ReleaseFile release, Books books)
            throws IOException {
        if (suffix.equals(".gz")) {
            try (InputStream in = content.open()) {
                boolean same = digest(new BoundedInput(new GZIPInputStream(in), books.limits(), "decompressed bytes"))
                        .equals(sha256);
                return same ? Finding.of("an index, compressed by apt; its SHA-256 is listed", release.path()) : null;
            }
        }
        String magic = COMPRESSED.get(suffix);
        boolean fits = magic != null
                && HexFormat.of().formatHex(content.head(magic.length() / 2)).equals(magic);
        return fits ? Finding.of("an index that the release file lists, compressed by apt", release.path()) : null;
    }

    private static String digest(InputStream in) throws IOException {
        var digest = Digest.Algorithm.SHA256.newMessageDigest();
        byte[] buffer = new byte[16 * 1024];
        for (int read; (read = in.read(buffer)) >= 0; ) {
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static <T> @Nullable T attempt(FileEntry file, Books books, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            books.warn("dpkg.explain.unreadable", file.path(), "cannot be read as an index of apt: " + e.getMessage());
            return null;
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        @Nullable
        T read() throws IOException;
    }
}
