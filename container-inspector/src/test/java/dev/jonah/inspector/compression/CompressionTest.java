package dev.jonah.inspector.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class CompressionTest {
    private static final byte[] BYTES = GzipMembersTest.bytes(300_000);

    private static InputStream open(InputStream in, Limits limits) throws IOException {
        byte[] bytes = in.readAllBytes();
        return Compression.of(bytes).open(new ByteArrayInputStream(bytes), limits, () -> {});
    }

    private static InputStream open(byte[] bytes) throws IOException {
        return open(new ByteArrayInputStream(bytes), Limits.defaults());
    }

    /** All that comes before the damage, read in the large pieces in which layers are read. */
    private static byte[] decodeDamaged(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[256 * 1024];
        assertThatThrownBy(() -> {
                    InputStream in = open(bytes);
                    int n;
                    while ((n = in.read(buffer)) >= 0) {
                        out.write(buffer, 0, n);
                    }
                })
                .isInstanceOf(DamagedDataException.class);
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void everyFormIsRecognisedAndDecoded(Compressors form) throws IOException {
        assertThat(open(form.apply(BYTES)).readAllBytes()).isEqualTo(BYTES);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAIN")
    void twoStreamsInARowAreOne(Compressors form) throws IOException {
        assertThat(open(Compressors.inParts(form, BYTES)).readAllBytes()).isEqualTo(BYTES);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAIN")
    void nothingThatWasDecodedIsLostAtACut(Compressors form) {
        byte[] part = Arrays.copyOf(BYTES, 150_000);
        byte[] twice = Compressors.join(form.apply(part), form.apply(part));
        byte[] got = decodeDamaged(Arrays.copyOf(twice, twice.length - 1));
        assertThat(got.length).isGreaterThanOrEqualTo(part.length);
        assertThat(got).isEqualTo(Arrays.copyOf(Compressors.join(part, part), got.length));
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD_CHECKSUM"})
    void aWrongChecksumAtTheEndLosesNothing(Compressors form) {
        byte[] bytes = form.apply(BYTES);
        bytes[form == Compressors.GZIP ? bytes.length - 8 : bytes.length - 1] ^= 1;
        assertThat(decodeDamaged(bytes)).isEqualTo(BYTES);
    }

    @ParameterizedTest
    @EnumSource(names = {"XZ", "BZIP2"})
    void aFlippedBitInTheSecondStreamLeavesTheFirst(Compressors form) {
        byte[] first = form.apply(BYTES);
        byte[] both = Compressors.join(first, first);
        both[first.length + first.length / 2] ^= 1;
        assertThat(decodeDamaged(both).length).isGreaterThanOrEqualTo(BYTES.length);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PLAIN", "GZIP_MEMBERS", "ZSTD_SKIPPABLE"})
    void aCutAnywhereIsTold(Compressors form) {
        byte[] small = Arrays.copyOf(BYTES, 2_000);
        byte[] bytes = form.apply(small);
        for (int length = 8; length < bytes.length; length++) {
            byte[] got = decodeDamaged(Arrays.copyOf(bytes, length));
            assertThat(got).as("of %d bytes", length).isEqualTo(Arrays.copyOf(small, got.length));
        }
    }

    @Test
    void aSkippableFrameThatIsCutIsTold() {
        byte[] bytes = Compressors.join(Compressors.ZSTD.apply(BYTES), Compressors.skippable(100));
        for (int missing : new int[] {1, 99, 100, 101, 104, 105}) {
            assertThat(decodeDamaged(Arrays.copyOf(bytes, bytes.length - missing)))
                    .as("%d bytes missing", missing)
                    .isEqualTo(BYTES);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAIN")
    void aMediumThatFailsIsNoDamage(Compressors form) {
        byte[] bytes = form.apply(BYTES);
        InputStream failing = new FilterInputStream(new ByteArrayInputStream(bytes)) {
            private int left = bytes.length / 2;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (left == 0) {
                    throw new IOException("the medium fails");
                }
                int n = super.read(into, offset, Math.min(length, left));
                left -= n;
                return n;
            }

            @Override
            public long skip(long count) throws IOException {
                return readNBytes((int) Math.min(count, left)).length;
            }
        };
        assertThatThrownBy(() -> Compression.of(bytes)
                        .open(failing, Limits.defaults(), () -> {})
                        .readAllBytes())
                .isNotInstanceOf(DamagedDataException.class)
                .isInstanceOf(IOException.class)
                .hasMessage("the medium fails");
    }

    @Test
    void memoryOfADecoderIsBoundedByALimitThatTheMessageNames() throws IOException {
        ByteArrayOutputStream xz = new ByteArrayOutputStream();
        LZMA2Options options = new LZMA2Options(1);
        options.setDictSize(8 << 20);
        try (XZOutputStream out = new XZOutputStream(xz, options)) {
            out.write(BYTES);
        }
        ByteArrayOutputStream zstd = new ByteArrayOutputStream();
        try (var out = new com.github.luben.zstd.ZstdOutputStream(zstd)) {
            out.setLong(24);
            out.write(BYTES);
        }
        Limits little =
                Limits.builder().set(Limits.Name.DECOMPRESSOR_MEGABYTES, 2).build();
        for (byte[] bytes : new byte[][] {xz.toByteArray(), zstd.toByteArray()}) {
            assertThatThrownBy(
                            () -> open(new ByteArrayInputStream(bytes), little).readAllBytes())
                    .hasMessageContaining("decompressor-megabytes = 2");
            assertThat(open(bytes).readAllBytes()).isEqualTo(BYTES);
        }
    }

    @Test
    void aHugeLimitIsNoSmallOne() throws IOException {
        Limits huge = Limits.builder()
                .set(Limits.Name.DECOMPRESSOR_MEGABYTES, Long.MAX_VALUE)
                .build();
        for (Compressors form : Compressors.values()) {
            assertThat(open(new ByteArrayInputStream(form.apply(BYTES)), huge).readAllBytes())
                    .as("%s", form)
                    .isEqualTo(BYTES);
        }
    }

    @Test
    void anArchiveWhoseFirstFileIsCalledLikeBzip2IsNone() {
        assertThat(Compression.of("BZh9 and so on".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Compression.NONE);
        assertThat(Compression.of("BZh91AY&SY".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Compression.BZIP2);
        assertThat(Compression.of("BZh91A".getBytes(StandardCharsets.US_ASCII))).isEqualTo(Compression.BZIP2);
    }
}
