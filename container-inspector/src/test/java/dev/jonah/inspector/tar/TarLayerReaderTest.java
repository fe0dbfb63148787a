package dev.jonah.inspector.tar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.EntryType;
import dev.jonah.image.LayerEntry;
import dev.jonah.image.LayerReader;
import dev.jonah.testkit.LayerReaderContract;
import dev.jonah.testkit.LayerScan;
import dev.jonah.testkit.Scans;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TarLayerReaderTest extends LayerReaderContract {
    @Override
    protected LayerReader plugin() {
        return new TarLayerReader();
    }

    @Override
    protected byte[] fixture() {
        return RawTar.archive(members());
    }

    private static byte[][] members() {
        return new byte[][] {
            RawTar.member("d/").type('5').header(),
            RawTar.member("d/file").with("content"),
            RawTar.member("hard").type('1').link("d/file").header(),
            RawTar.member("soft").type('2').link("d/file").header(),
            RawTar.member("null").type('3').octal(329, 8, 1).octal(337, 8, 3).header(),
            RawTar.member("sda").type('4').octal(329, 8, 8).header(),
            RawTar.member("pipe").type('6').header(),
            RawTar.join(
                    RawTar.pax('x', "path", "p".repeat(200), "SCHILY.xattr.user.a", "v"),
                    RawTar.member("p").with("long"))
        };
    }

    /** As the contract has it, but for cuts between two members: an archive without its end mark is whole. */
    @Override
    @Test
    public void cutLayersGiveWhatCameBefore() throws IOException {
        byte[] stored = fixture();
        List<RawText> whole = names(stored, null);
        Set<Integer> borders = new HashSet<>();
        int at = 0;
        for (byte[] member : members()) {
            borders.add(at);
            at += member.length;
        }
        for (int length = 0; length < stored.length; length++) {
            String[] problem = {null};
            List<RawText> kept = names(Arrays.copyOf(stored, length), problem);
            assertThat(kept).as("%d bytes", length).isEqualTo(whole.subList(0, kept.size()));
            assertThat(problem[0] != null || borders.contains(length) || kept.size() == whole.size())
                    .as("%d bytes: told, between members, or nothing lost", length)
                    .isTrue();
        }
    }

    private static List<RawText> names(byte[] stored, String[] problem) throws IOException {
        LayerScan.Result result = Scans.layer(stored).read(new TarLayerReader());
        if (problem != null) {
            problem[0] = result.summary().problem();
        }
        return result.entries().stream().map(LayerEntry::name).toList();
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
