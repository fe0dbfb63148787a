package dev.jonah.inspector.tar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.LayerEntry;
import dev.jonah.image.LayerReader;
import dev.jonah.inspector.compression.Compressors;
import dev.jonah.testkit.LayerReaderContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The contract again for each compression. */
class CompressedLayerReaderTest {
    private abstract static class Compressed extends LayerReaderContract {
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

        @Override
        protected void assertEntries(List<LayerEntry> found) {
            assertThat(found).extracting(e -> e.name().toString()).containsExactly("d/", "d/file", "soft");
        }
    }

    @Nested
    class GzipMembers extends Compressed {
        GzipMembers() {
            super(Compressors.GZIP_MEMBERS);
        }
    }

    @Nested
    class Zstd extends Compressed {
        Zstd() {
            super(Compressors.ZSTD_SKIPPABLE);
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
