package dev.jonah.inspector.tar;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.LayerEntry;
import dev.jonah.inspector.tree.LayerUnion;
import dev.jonah.testkit.LayerScan;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs over the seeds beside it in every build; with {@code JAZZER_FUZZ=1} it looks for new inputs. */
class TarLayerFuzzTest {
    private static final Limits LIMITS = Limits.builder()
            .set(Limits.Name.LAYER_BYTES, 16 << 20)
            .set(Limits.Name.SPOOL_BYTES, 16 << 20)
            .set(Limits.Name.TAR_HEADER_BYTES, 1 << 16)
            .set(Limits.Name.DECOMPRESSOR_MEGABYTES, 16)
            .build();

    @FuzzTest
    void anyBytesAreALayerOrDamaged(byte[] input) throws IOException {
        LayerScan scan = Scans.layer(input).withLimits(LIMITS);
        List<LayerEntry> entries = new ArrayList<>();
        try {
            new TarLayerReader().read(scan, entries::add);
            for (LayerEntry entry : entries) {
                read(entry.content());
            }
        } catch (IOException e) {
            // a limit
        }
        LayerUnion union = new LayerUnion(LIMITS, false);
        union.apply(entries, diagnostic -> {});
        union.apply(entries, diagnostic -> {});
        union.finish().at(1).files().forEach(file -> {
            if ((file.path() + "/").contains("/../")) {
                throw new IllegalStateException("leaves the root: " + file.path());
            }
        });
    }

    private static void read(Content content) throws IOException {
        if (content != null && content.size() < 1 << 20 && content.head(1 << 20).length != content.size()) {
            throw new IllegalStateException("a content is not as long as it says");
        }
    }
}
