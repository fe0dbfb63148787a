package dev.jonah.inspector.tar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.EntryType;
import dev.jonah.image.LayerEntry;
import dev.jonah.image.LayerReader;
import dev.jonah.testkit.LayerReaderContract;
import java.util.List;

class TarLayerReaderTest extends LayerReaderContract {
    @Override
    protected LayerReader plugin() {
        return new TarLayerReader();
    }

    @Override
    protected byte[] fixture() {
        return RawTar.archive(
                RawTar.member("d/").type('5').header(),
                RawTar.member("d/file").with("content"),
                RawTar.member("hard").type('1').link("d/file").header(),
                RawTar.member("soft").type('2').link("d/file").header(),
                RawTar.member("null").type('3').octal(329, 8, 1).octal(337, 8, 3).header(),
                RawTar.member("sda").type('4').octal(329, 8, 8).header(),
                RawTar.member("pipe").type('6').header(),
                RawTar.pax('x', "path", "p".repeat(200), "SCHILY.xattr.user.a", "v"),
                RawTar.member("p").with("long"));
    }

    @Override
    protected void assertEntries(List<LayerEntry> found) {
        assertThat(found)
                .extracting(LayerEntry::type)
                .containsExactly(
                        EntryType.DIRECTORY,
                        EntryType.FILE,
                        EntryType.HARDLINK,
                        EntryType.SYMLINK,
                        EntryType.CHAR,
                        EntryType.BLOCK,
                        EntryType.FIFO,
                        EntryType.FILE);
        assertThat(found.get(7).name()).hasToString("p".repeat(200));
    }
}
