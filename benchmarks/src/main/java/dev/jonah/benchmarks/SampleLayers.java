package dev.jonah.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Layers of many small files, as tar archives on the heap. */
final class SampleLayers {
    private static final int FILES_IN_DIRECTORY = 50;
    private static final int LARGEST_FILE = 2048;

    private SampleLayers() {}

    /**
     * The tar of layer {@code number}. Half of its files have the names that every layer has, so that layers hide each
     * other's; the others are its own. Each tenth is a symbolic link.
     */
    static byte[] layer(int number, int entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Random random = new Random(number);
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
            for (int i = 0; i < entries; i++) {
                put(out, path(number, i), i, random);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The path of an entry of {@link #layer}, without the leading slash. */
    static String path(int number, int entry) {
        String base = entry % 2 == 0 ? "usr/lib/shared" : "usr/share/layer-" + number;
        return base + "/directory-" + entry / FILES_IN_DIRECTORY + "/file-" + entry;
    }

    private static void put(TarArchiveOutputStream out, String path, int number, Random random) throws IOException {
        if (number % 10 == 9) {
            TarArchiveEntry link = new TarArchiveEntry(path, (byte) '2');
            link.setLinkName("file-" + (number - 1));
            out.putArchiveEntry(link);
        } else {
            byte[] content = new byte[random.nextInt(LARGEST_FILE)];
            random.nextBytes(content);
            TarArchiveEntry file = new TarArchiveEntry(path);
            file.setSize(content.length);
            out.putArchiveEntry(file);
            out.write(content);
        }
        out.closeArchiveEntry();
    }
}
