package dev.jonah.testkit;

import dev.jonah.image.EntryType;
import dev.jonah.image.LayerEntry;
import dev.jonah.image.LayerReader;
import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Layers of {@code CAT}, then a length byte, a name of one letter and the content for each file; a zero ends it. */
public final class ConcatenationReader implements LayerReader {
    @Override
    public String id() {
        return "acme.concatenation";
    }

    @Override
    public boolean accepts(byte[] head, @Nullable String mediaType) {
        return head.length >= 3 && head[0] == 'C' && head[1] == 'A' && head[2] == 'T';
    }

    @Override
    public Summary read(Scan scan, Consumer<LayerEntry> out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) scan.stored().size());
        scan.stored().read(buffer, 0);
        byte[] bytes = buffer.array();
        Digest digest = Digest.compute(Digest.Algorithm.SHA256, bytes);
        int at = 3;
        while (at < bytes.length && bytes[at] != 0) {
            int length = bytes[at] & 0xff;
            if (at + 2 + length > bytes.length) {
                break;
            }
            byte[] content = Arrays.copyOfRange(bytes, at + 2, at + 2 + length);
            out.accept(new LayerEntry(
                    RawText.of(bytes, at + 1, 1),
                    EntryType.FILE,
                    0644,
                    0,
                    0,
                    length,
                    0,
                    null,
                    null,
                    Map.of(),
                    new MemoryContent(content, at)));
            at += 2 + length;
        }
        boolean whole = at < bytes.length && bytes[at] == 0;
        return new Summary(digest, digest, (long) bytes.length, whole ? null : "the layer is cut off");
    }
}
