package dev.jonah.inspector.tar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.LayerEntry;
import dev.jonah.image.LayerReader;
import dev.jonah.inspector.compression.Compressors;
import dev.jonah.testkit.LayerReaderContract;
import dev.jonah.testkit.LayerScan;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contract again for each compression. */
class CompressedLayerReaderTest {
    private abstract static class Compressed extends LayerReaderContract {
        private static final List<String> NAMES = List.of("d/", "d/file", "soft");

        private final Compressors compressor;

        Compressed(Compressors compressor) {
            this.compressor = compressor;
        }

        @Override
        protected LayerReader plugin() {
            return new TarLayerReader();
        }

        @Override
        protected byte[] fixture() {
            return compressor.apply(RawTar.archive(
                    RawTar.member("d/").type('5').header(),
                    RawTar.member("d/file").with("content"),
                    RawTar.member("soft").type('2').link("d/file").header()));
        }

        /** As the contract has it, from the first byte on: nothing at all is an empty layer. */
        @Override
        @Test
        public void cutLayersGiveWhatCameBefore() throws IOException {
            byte[] stored = fixture();
            for (int length = 1; length < stored.length; length++) {
                LayerScan.Result result =
                        Scans.layer(Arrays.copyOf(stored, length)).read(plugin());
                assertThat(result.entries().stream().map(e -> e.name().toString()))
                        .as("%d bytes", length)
                        .isEqualTo(NAMES.subList(0, result.entries().size()));
                assertThat(result.summary().problem() != null
                                || result.entries().size() == NAMES.size())
                        .as("%d of %d bytes: told, or nothing lost", length, stored.length)
                        .isTrue();
            }
        }

        @Override
        protected void assertEntries(List<LayerEntry> found) {
            assertThat(found).extracting(e -> e.name().toString()).isEqualTo(NAMES);
        }
    }

    @Nested
    class Gzip extends Compressed {
        Gzip() {
            super(Compressors.GZIP);
        }
    }

    @Nested
    class Zstd extends Compressed {
        Zstd() {
            super(Compressors.ZSTD_CHECKSUM);
        }
    }

    @Nested
    class Xz extends Compressed {
        Xz() {
            super(Compressors.XZ);
        }
    }

    @Nested
    class Bzip2 extends Compressed {
        Bzip2() {
            super(Compressors.BZIP2);
        }
    }
}
