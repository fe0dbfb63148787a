package dev.jonah.inspector;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Blob;
import dev.jonah.image.ImageSource;
import dev.jonah.image.LayerReader;
import dev.jonah.image.OpenRequest;
import dev.jonah.image.UnreadableImageException;
import dev.jonah.inspector.bytes.BlobStream;
import dev.jonah.inspector.bytes.FileBlob;
import dev.jonah.inspector.compression.Compression;
import dev.jonah.inspector.compression.DamagedDataException;
import dev.jonah.inspector.source.ArchiveSource;
import dev.jonah.inspector.source.DirectorySource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Opens what the request names and takes off compression around an archive. */
final class InputOpening {
    private static final int MOST_WRAPPINGS = 4;
    private static final long MOST_ZEROS = 1L << 30;

    private final OpenRequest request;
    private final Resources resources;
    private final Diagnostics diagnostics;
    private @Nullable String damage;

    InputOpening(OpenRequest request, Resources resources, Diagnostics diagnostics) {
        this.request = request;
        this.resources = resources;
        this.diagnostics = diagnostics;
    }

    ImageSource open() throws IOException {
        Path path = request.path();
        if (path != null && Files.isDirectory(path)) {
            return resources.add(new DirectorySource(request.name(), path));
        }
        Blob bytes = path != null ? file(path) : spooled(stream(), Long.MAX_VALUE);
        for (int i = 0; i < MOST_WRAPPINGS; i++) {
            byte[] head = new BlobStream(bytes).readNBytes(Compression.HEAD);
            Compression compression = Compression.of(Arrays.copyOf(head, head.length));
            if (compression == Compression.NONE) {
                return new ArchiveSource(request.name(), bytes, request.limits(), diagnostics);
            }
            bytes = unwrap(bytes, compression);
        }
        throw new UnreadableImageException(
                request.name() + " is compressed more than " + MOST_WRAPPINGS + " times over");
    }

    /** Why compression around the archive could not be taken off to its end, as a sentence; or null. */
    @Nullable
    String damage() {
        return damage;
    }

    private Blob file(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new UnreadableImageException("there is no file or directory " + request.name());
        }
        if (!Files.isRegularFile(path)) {
            try (InputStream in = Files.newInputStream(path)) {
                return spooled(in, Long.MAX_VALUE);
            }
        }
        if (!Files.isReadable(path)) {
            throw new UnreadableImageException("no permission to read " + request.name());
        }
        return resources.add(FileBlob.open(path));
    }

    private InputStream stream() {
        InputStream stream = request.stream();
        if (stream == null) {
            throw new IllegalArgumentException("a request needs a path or a stream");
        }
        return stream;
    }

    private Blob unwrap(Blob bytes, Compression compression) throws IOException {
        InputStream stored = new BlobStream(bytes);
        try (InputStream in = compression.open(
                stored,
                request.limits(),
                () -> diagnostics.warning(
                        "archive.trailing-data",
                        null,
                        "garbage after the " + compression + " data of " + request.name()))) {
            return spooled(in, request.limits().get(Limits.Name.LAYER_BYTES));
        } catch (DamagedDataException e) {
            throw new UnreadableImageException(request.name() + ": " + e.getMessage(), e);
        }
    }

    /** All that a stream gives; if it turns out to be damaged, what came before, and a diagnostic. */
    private Blob spooled(InputStream in, long limit) throws IOException {
        LayerReader.Spool spool = resources.spool().newSpool();
        byte[] buffer = new byte[128 * 1024];
        boolean zeros = true;
        try {
            int n;
            while ((n = in.read(buffer)) >= 0) {
                spool.write(buffer, 0, n);
                if (spool.size() > limit) {
                    throw new LimitExceededException(Limits.Name.LAYER_BYTES, limit, "the decompressed archive");
                }
                zeros = zeros && isZero(buffer, n);
                if (zeros && spool.size() > MOST_ZEROS) { // such as /dev/zero, which never ends
                    throw new UnreadableImageException(request.name() + " holds nothing but zero bytes");
                }
            }
        } catch (DamagedDataException e) {
            damage = e.getMessage();
            diagnostics.error("archive.damaged", null, request.name() + ": " + damage);
        }
        return spool;
    }

    private static boolean isZero(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
