package dev.jonah.inspector.tar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.LayerEntry;
import dev.jonah.testkit.LayerScan;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An entry may be given several names: what counts is the one that Go's reader takes, with which images are unpacked. */
class TarNamesTest {
    private static final byte[] LONG_NAME =
            RawTar.member("././@LongLink").gnu().type('L').with("from-gnu\0");
    private static final byte[] PAX_NAME = RawTar.pax('x', "path", "from-pax");
    private static final byte[] FILE = RawTar.member("from-header").with("x");

    private List<String> codes = List.of();

    private List<LayerEntry> read(byte[]... members) throws IOException {
        LayerScan scan = Scans.layer(RawTar.archive(members));
        List<LayerEntry> entries = scan.read(new TarLayerReader()).entries();
        codes = scan.diagnostics().codes();
        return entries;
    }

    private String name(byte[]... members) throws IOException {
        return read(members).get(0).name().toString();
    }

    @Test
    void aLongNameOfGnuWinsOverOneOfPaxWhicheverComesFirst() throws IOException {
        assertThat(name(LONG_NAME, PAX_NAME, FILE)).isEqualTo("from-gnu");
        assertThat(name(PAX_NAME, LONG_NAME, FILE)).isEqualTo("from-gnu");
        assertThat(codes).containsExactly("tar.ambiguous-name");
    }

    @Test
    void aLongLinkOfGnuWinsOverOneOfPax() throws IOException {
        byte[] longLink = RawTar.member("././@LongLink").gnu().type('K').with("to-gnu\0");
        byte[] link = RawTar.member("a").type('2').link("to-header").header();
        assertThat(read(RawTar.pax('x', "linkpath", "to-pax"), longLink, link)
                        .get(0)
                        .target())
                .hasToString("to-gnu");
    }

    @Test
    void theNameOfASparseFileIsNoNameOfAnother() throws IOException {
        assertThat(name(RawTar.pax('x', "GNU.sparse.name", "innocent"), FILE)).isEqualTo("from-header");
    }

    @Test
    void aSparseFileOfAnUnknownFormatIsTakenAsItIsStored() throws IOException {
        byte[] records = RawTar.pax(
                'x', "GNU.sparse.major", "2", "GNU.sparse.minor", "0", "GNU.sparse.name", "b", "GNU.sparse.size", "9");
        LayerEntry entry = read(records, FILE).get(0);
        assertThat(entry.name()).hasToString("from-header");
        assertThat(new String(entry.content().head(9), StandardCharsets.UTF_8)).isEqualTo("x");
        assertThat(codes).containsExactly("tar.sparse");
    }

    @Test
    void aGlobalHeaderNamesNoEntryAndGivesNoneASize() throws IOException {
        byte[] global = RawTar.pax('g', "path", "everywhere", "linkpath", "nowhere", "size", "0", "uid", "7");
        List<LayerEntry> entries = read(global, FILE, RawTar.member("second").with("y"));
        assertThat(entries)
                .extracting(e -> e.name() + " " + e.size() + " " + e.uid())
                .containsExactly("from-header 1 7", "second 1 7");
        assertThat(codes).containsExactly("tar.ambiguous-name");
    }

    @Test
    void aPrefixInAHeaderOfGnuIsOneIfItCannotBeItsTimes() throws IOException {
        assertThat(name(RawTar.member("leaf").gnu().text(345, "a/folder").with("x")))
                .as("written by Go before 1.8")
                .isEqualTo("a/folder/leaf");
        assertThat(name(RawTar.member("leaf")
                        .gnu()
                        .text(345, "14371573301\00014371573302\0")
                        .with("x")))
                .as("times")
                .isEqualTo("leaf");
    }

    @Test
    void headersWithoutMagicHaveNoDeviceNumbers() throws IOException {
        byte[] device = RawTar.member("null")
                .v7()
                .type('3')
                .octal(329, 8, 1)
                .octal(337, 8, 3)
                .header();
        assertThat(read(device).get(0).device()).hasToString("0:0");
    }
}
