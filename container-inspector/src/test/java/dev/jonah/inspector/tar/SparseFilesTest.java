package dev.jonah.inspector.tar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.LayerEntry;
import dev.jonah.testkit.LayerScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseFilesTest {
    private static final int SIZE = 3000;
    private static final byte[] AFTER = RawTar.member("after").with("z");

    /** Ten bytes at 1000, five at 2000, a hole at the end. */
    private static byte[] expected() {
        byte[] bytes = new byte[SIZE];
        System.arraycopy("aaaaaaaaaabbbbb".getBytes(StandardCharsets.US_ASCII), 0, bytes, 1000, 10);
        Arrays.fill(bytes, 2000, 2005, (byte) 'b');
        return bytes;
    }

    private static byte[] tar(String form) {
        String data = "aaaaaaaaaabbbbb";
        return switch (form) {
            case "old GNU" ->
                RawTar.archive(gnu(SIZE, 1000, 10, 2000, 5, SIZE, 0).with(data), AFTER);
            case "old GNU, extended" -> RawTar.archive(extended(data), AFTER);
            case "PAX 0.0" ->
                RawTar.archive(
                        RawTar.pax(
                                'x',
                                "GNU.sparse.size",
                                "3000",
                                "GNU.sparse.numblocks",
                                "2",
                                "GNU.sparse.offset",
                                "1000",
                                "GNU.sparse.numbytes",
                                "10",
                                "GNU.sparse.offset",
                                "2000",
                                "GNU.sparse.numbytes",
                                "5"),
                        RawTar.member("sparse").with(data),
                        AFTER);
            case "PAX 0.1" ->
                RawTar.archive(
                        RawTar.pax(
                                'x',
                                "GNU.sparse.size",
                                "3000",
                                "GNU.sparse.numblocks",
                                "2",
                                "GNU.sparse.map",
                                "1000,10,2000,5",
                                "GNU.sparse.name",
                                "sparse"),
                        RawTar.member("GNUSparseFile.1/sparse").with(data),
                        AFTER);
            case "PAX 0.1, named" ->
                RawTar.archive(
                        RawTar.pax(
                                'x',
                                "GNU.sparse.major",
                                "0",
                                "GNU.sparse.minor",
                                "1",
                                "GNU.sparse.realsize",
                                "3000",
                                "GNU.sparse.map",
                                "1000,10,2000,5"),
                        RawTar.member("sparse").with(data),
                        AFTER);
            case "PAX 1.0" -> RawTar.archive(pax10("2\n1000\n10\n2000\n5\n", data), AFTER);
            default -> throw new IllegalArgumentException(form);
        };
    }

    private static RawTar gnu(long realSize, long... map) {
        RawTar header = RawTar.member("sparse").gnu().type('S').octal(483, 12, realSize);
        for (int i = 0; i < map.length; i++) {
            header.octal(386 + 12 * i, 12, map[i]);
        }
        return header;
    }

    private static byte[] extended(String data) {
        RawTar header =
                gnu(SIZE, 1000, 2, 1002, 2, 1004, 2, 1006, 2).text(482, "\1").size(data.length());
        byte[] more = new byte[512];
        put(more, 0, 1008);
        put(more, 12, 2);
        put(more, 24, 2000);
        put(more, 36, 4);
        more[504] = 1;
        byte[] last = new byte[512];
        put(last, 0, 2004);
        put(last, 12, 1);
        byte[] padded = Arrays.copyOf(data.getBytes(StandardCharsets.US_ASCII), 512);
        return RawTar.join(header.header(), more, last, padded);
    }

    private static void put(byte[] block, int at, long value) {
        byte[] digits = String.format("%011o", value).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, block, at, digits.length);
    }

    private static byte[] pax10(String map, String data) {
        byte[] stored = RawTar.join(
                Arrays.copyOf(map.getBytes(StandardCharsets.US_ASCII), (map.length() + 511) / 512 * 512),
                data.getBytes(StandardCharsets.US_ASCII));
        return RawTar.join(
                RawTar.pax(
                        'x',
                        "GNU.sparse.major",
                        "1",
                        "GNU.sparse.minor",
                        "0",
                        "GNU.sparse.name",
                        "sparse",
                        "GNU.sparse.realsize",
                        "3000"),
                RawTar.member("GNUSparseFile.1/sparse").with(stored));
    }

    private static List<LayerEntry> read(byte[] tar) throws IOException {
        return Scans.layer(tar).read(new TarLayerReader()).entries();
    }

    @ParameterizedTest
    @ValueSource(strings = {"old GNU", "old GNU, extended", "PAX 0.0", "PAX 0.1", "PAX 0.1, named", "PAX 1.0"})
    void holesAreZerosAndPiecesLieWhereTheyBelong(String form) throws IOException {
        List<LayerEntry> found = read(tar(form));
        assertThat(found).extracting(e -> e.name().toString()).containsExactly("sparse", "after");
        assertThat(found.get(0).size()).isEqualTo(SIZE);
        assertThat(found.get(0).content().head(SIZE + 1)).isEqualTo(expected());
        assertThat(found.get(0).content().digest(Digest.Algorithm.SHA256))
                .isEqualTo(Digest.compute(Digest.Algorithm.SHA256, expected()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1000, 1005, 1009, 1010, 1999, 2004, 2005, 2999})
    void aChannelBeginsAnywhere(int position) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(SIZE + 1);
        try (SeekableByteChannel channel = read(tar("PAX 1.0")).get(0).content().openChannel()) {
            channel.position(position);
            while (channel.read(into) >= 0) {}
        }
        assertThat(Arrays.copyOf(into.array(), into.position()))
                .isEqualTo(Arrays.copyOfRange(expected(), position, SIZE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2\n1000\n10\n1005\n5\n",
                "2\n2000\n10\n1000\n5\n",
                "1\n2995\n15\n",
                "1\n0\n16\n",
                "1\n-1\n15\n",
                "1\n9999999999999999999\n15\n",
                "1\n0\n9223372036854775807\n",
                "x\n",
                "99999\n1\n1\n"
            })
    void aWrongMapLosesTheContentOnlyAndIsReported(String map) throws IOException {
        LayerScan scan = Scans.layer(RawTar.archive(pax10(map, "aaaaaaaaaabbbbb"), AFTER));
        LayerScan.Result result = scan.read(new TarLayerReader());
        assertThat(result.entries()).extracting(e -> e.name().toString()).containsExactly("sparse", "after");
        assertThat(result.entries().get(0).content()).isNull();
        assertThat(scan.diagnostics().codes()).containsExactly("tar.sparse");
    }

    @Test
    void anOldMapThatCannotBeReadEndsTheListing() throws IOException {
        byte[] broken =
                gnu(SIZE, 1000, 10).text(386, "nonsense").text(482, "\1").header();
        LayerScan.Result result =
                Scans.layer(RawTar.archive(broken, new byte[512], AFTER)).read(new TarLayerReader());
        assertThat(result.entries()).extracting(e -> e.name().toString()).containsExactly("sparse");
        assertThat(result.summary().problem()).contains("sparse");
    }

    @Test
    void aHugeHoleTakesNoRoom() throws IOException {
        byte[] tar = RawTar.archive(
                RawTar.pax('x', "GNU.sparse.size", "9223372036854775807", "GNU.sparse.map", "0,1"),
                RawTar.member("sparse").with("a"));
        LayerEntry entry = read(tar).get(0);
        assertThat(entry.size()).isEqualTo(Long.MAX_VALUE);
        try (SeekableByteChannel channel = entry.content().openChannel()) {
            channel.position(Long.MAX_VALUE - 10);
            ByteBuffer into = ByteBuffer.allocate(100);
            assertThat(channel.read(into)).isEqualTo(10);
            assertThat(channel.read(into)).isEqualTo(-1);
        }
    }
}
