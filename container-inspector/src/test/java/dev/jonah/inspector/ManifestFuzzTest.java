package dev.jonah.inspector;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import dev.jonah.inspector.tar.RawTar;
import java.io.IOException;

/**
 * The documents of an image, put where a reader looks for them: as {@code manifest.json}, index, {@code repositories},
 * configuration and blob. Runs over the seeds beside it in every build; with {@code JAZZER_FUZZ=1} it looks for new inputs.
 */
class ManifestFuzzTest {
    private static final Limits LIMITS =
            Limits.builder().set(Limits.Name.ENTRIES, 10_000).build();
    private static final byte[] LAYER = RawTar.archive(RawTar.member("a").with("1"));
    private static final String[] NAMES = {"manifest.json", "index.json", "repositories"};

    @FuzzTest
    void anyDocumentIsAnImageOrRefused(byte[] input) {
        for (String name : NAMES) {
            byte[] archive = RawTar.archive(
                    RawTar.member(name).with(input),
                    RawTar.member("c.json").with(input),
                    RawTar.member("l.tar").with(LAYER),
                    RawTar.member("a/json").with(input),
                    RawTar.member("blobs/sha256/" + "1".repeat(64)).with(input),
                    RawTar.member("blobs/sha256/" + "2".repeat(64)).with(LAYER));
            try {
                new Inspector()
                        .open(Images.request(archive).limits(LIMITS).build())
                        .close();
            } catch (IOException e) {
                if (e.getMessage() == null || e.getMessage().isBlank()) {
                    throw new IllegalStateException("an error without a message", e);
                }
            }
        }
    }
}
