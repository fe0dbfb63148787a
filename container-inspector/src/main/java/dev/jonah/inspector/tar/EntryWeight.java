package dev.jonah.inspector.tar;

import dev.jonah.image.LayerEntry;
import dev.jonah.inspector.bytes.BlobContent;
import dev.jonah.inspector.bytes.SparseBlob;
import dev.jonah.value.RawText;
import java.util.Map;

/**
 * How much of the limit {@code entries} one entry takes. Most take one; but names, link targets, attributes and maps of
 * sparse files may be a megabyte each, and a few kilobytes of gzip hold thousands of them.
 */
public final class EntryWeight {
    // An ordinary entry takes about half a kilobyte of heap, and its name is kept up to three times.
    private static final int BYTES = 256;
    private static final int ATTRIBUTE = 96;
    private static final int SPARSE_PIECE = 24;

    private EntryWeight() {}

    /** One, and one more for each 256 bytes of what an entry keeps on the heap. */
    public static long of(LayerEntry entry) {
        RawText target = entry.target();
        long bytes = entry.name().length() + (target == null ? 0L : target.length());
        for (Map.Entry<String, RawText> attribute : entry.attributes().entrySet()) {
            bytes += ATTRIBUTE
                    + attribute.getKey().length()
                    + attribute.getValue().length();
        }
        if (entry.content() instanceof BlobContent content && content.blob() instanceof SparseBlob sparse) {
            bytes += (long) SPARSE_PIECE * sparse.pieceCount();
        }
        return 1 + bytes / BYTES;
    }
}
