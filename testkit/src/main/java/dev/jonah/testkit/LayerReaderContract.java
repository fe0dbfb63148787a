package dev.jonah.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.LayerEntry;
import dev.jonah.image.LayerReader;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link LayerReader} keeps. Extend it and fill in three methods:
 *
 * <pre>{@code
 * class ErofsReaderTest extends LayerReaderContract {
 *     @Override protected LayerReader plugin() { return new ErofsReader(); }
 *     @Override protected byte[] fixture() { return erofsWithEveryKindOfEntry(); }
 *     @Override protected void assertEntries(List<LayerEntry> found) { assertThat(found)…; }
 * }
 * }</pre>
 */
public abstract class LayerReaderContract extends PluginContract<LayerReader> {
    private static final int HEAD = 512;

    /** For subclasses. */
    protected LayerReaderContract() {
        super(LayerReader.class);
    }

    /** A small layer as stored, with every kind of entry. */
    protected abstract byte[] fixture();

    /** Asserts that these are the fixture's entries. */
    protected abstract void assertEntries(List<LayerEntry> found);

    /** The fixture is accepted by its content, whatever the media type. */
    @Test
    public void fixtureIsAcceptedByItsContent() {
        byte[] bytes = fixture();
        assertThat(plugin().accepts(Arrays.copyOf(bytes, Math.min(HEAD, bytes.length)), null))
                .isTrue();
    }

    /** The fixture gives its entries, and is whole. */
    @Test
    public void fixtureGivesItsEntries() throws IOException {
        byte[] stored = fixture();
        LayerScan scan = Scans.layer(stored);
        LayerScan.Result result = scan.read(plugin());
        assertEntries(result.entries());
        assertThat(result.summary().problem()).isNull();
        assertThat(result.summary().stored()).isEqualTo(FakeLayer.sha256(stored));
        assertThat(scan.diagnostics().all()).isEmpty();
    }

    /** Contents are as long as their entries say, and the same each time. */
    @Test
    public void contentsAreAsLongAsTheirEntriesSay() throws IOException {
        for (LayerEntry entry : Scans.layer(fixture()).read(plugin()).entries()) {
            Content content = entry.content();
            if (content != null) {
                byte[] bytes = content.head(Integer.MAX_VALUE);
                assertThat(bytes).as("%s", entry.name()).hasSize((int) entry.size());
                assertThat(content.head(Integer.MAX_VALUE)).isEqualTo(bytes);
            }
        }
    }

    /** Nothing is lost that stands before the end of a layer that is cut off, and the damage is told. */
    @Test
    public void cutLayersGiveWhatCameBefore() throws IOException {
        byte[] stored = fixture();
        List<RawText> whole = names(Scans.layer(stored).read(plugin()).entries());
        int step = Math.max(1, stored.length / 300);
        for (int length = 0; length < stored.length; length += step) {
            List<LayerEntry> entries = new ArrayList<>();
            LayerReader.Summary summary = plugin().read(Scans.layer(Arrays.copyOf(stored, length)), entries::add);
            List<RawText> kept = names(entries);
            assertThat(kept)
                    .as("entries of the first %d bytes", length)
                    .isEqualTo(whole.subList(0, Math.min(kept.size(), whole.size())));
            assertThat(summary.problem() != null || kept.equals(whole))
                    .as("%d of %d bytes: told, or nothing lost", length, stored.length)
                    .isTrue();
        }
    }

    /** Any damage ends in a summary or an {@link IOException}; what was handed over can be read or fails as reading does. */
    @Test
    public void damageIsSurvived() {
        Limits limits = Limits.builder()
                .set(Limits.Name.LAYER_BYTES, 64 << 20)
                .set(Limits.Name.SPOOL_BYTES, 64 << 20)
                .build();
        Damage.survives(List.of("fixture"), name -> fixture(), (name, bytes) -> {
            LayerScan scan = Scans.layer(bytes).withLimits(limits);
            List<LayerEntry> entries = new ArrayList<>();
            try {
                plugin().read(scan, entries::add);
                for (LayerEntry entry : entries) {
                    drain(entry.content());
                }
            } catch (IOException e) {
                assertThat(e.getMessage()).as("message of %s", e.getClass()).isNotBlank();
            }
            assertThat(entries.size()).as("entries of %d bytes", bytes.length).isLessThan(1000 + bytes.length);
            scan.diagnostics().all().forEach(Validity::check);
        });
    }

    private static void drain(@Nullable Content content) throws IOException {
        if (content != null && content.size() < 1 << 20) {
            try (InputStream in = content.open()) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private static List<RawText> names(List<LayerEntry> entries) {
        return entries.stream().map(LayerEntry::name).toList();
    }
}
