package dev.jonah.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Blob;
import dev.jonah.image.ImageDescription;
import dev.jonah.image.ImageReader;
import dev.jonah.image.ImageSelection;
import dev.jonah.image.ImageSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ImageReader} of bytes keeps. Extend it and fill in four methods:
 *
 * <pre>{@code
 * class SifReaderTest extends ImageReaderContract {
 *     @Override protected ImageReader plugin() { return new SifReader(); }
 *     @Override protected byte[] fixture() { return sifWithTwoLayers(); }
 *     @Override protected ImageSource source(byte[] bytes) { return FakeSource.bytes(bytes); }
 *     @Override protected void assertDescription(ImageDescription found) { assertThat(found.layers()).hasSize(2); }
 * }
 * }</pre>
 */
public abstract class ImageReaderContract extends PluginContract<ImageReader> {
    /** For subclasses. */
    protected ImageReaderContract() {
        super(ImageReader.class);
    }

    /** A small image of the kind that the plugin reads. */
    protected abstract byte[] fixture();

    /** An input with these bytes: {@link FakeSource#bytes}, or one that finds members in archives. */
    protected abstract ImageSource source(byte[] bytes) throws IOException;

    /** Asserts that this describes the fixture. */
    protected abstract void assertDescription(ImageDescription found);

    /** The fixture is recognised and described. */
    @Test
    public void fixtureIsRecognisedAndDescribed() throws IOException {
        ImageSource source = source(fixture());
        assertThat(plugin().recognises(source)).isTrue();
        CollectedDiagnostics diagnostics = new CollectedDiagnostics();
        assertDescription(plugin().describe(source, selection(diagnostics)));
        assertThat(diagnostics.all()).isEmpty();
    }

    /** The format described is one that the reader can be asked for. */
    @Test
    public void describesAFormatOfItsOwn() throws IOException {
        ImageDescription found = plugin().describe(source(fixture()), selection(new CollectedDiagnostics()));
        assertThat(plugin().formats()).contains(found.format()).allMatch(f -> f.matches("[a-z][a-z0-9-]*"));
    }

    /** A layer has bytes, or a directory, or says why it has neither. */
    @Test
    public void everyLayerIsThereOrSaysWhyNot() throws IOException {
        ImageDescription found = plugin().describe(source(fixture()), selection(new CollectedDiagnostics()));
        assertThat(found.layers())
                .allMatch(layer -> (layer.blob() != null || layer.directory() != null) == (layer.problem() == null));
    }

    /** Bytes that are no image of any kind are not recognised by a reader with a signature. */
    @Test
    public void nothingElseIsRecognised() throws IOException {
        if (plugin().precedence() < 900) {
            assertThat(plugin().recognises(source(new byte[0]))).isFalse();
            assertThat(plugin().recognises(source(new byte[4096]))).isFalse();
            assertThat(plugin().recognises(source("just text\n".repeat(100).getBytes(StandardCharsets.UTF_8))))
                    .isFalse();
        }
    }

    /** Any damage ends in an {@link IOException} or a description whose layers can be read. */
    @Test
    public void damageIsSurvived() {
        Damage.survives(List.of("fixture"), name -> fixture(), (name, bytes) -> {
            CollectedDiagnostics diagnostics = new CollectedDiagnostics();
            try {
                ImageSource source = source(bytes);
                if (plugin().recognises(source)) {
                    readLayers(plugin().describe(source, selection(diagnostics)));
                }
            } catch (IOException e) {
                assertThat(e.getMessage()).as("message of %s", e.getClass()).isNotBlank();
            }
            diagnostics.all().forEach(Validity::check);
        });
    }

    private static void readLayers(ImageDescription found) throws IOException {
        for (ImageDescription.StoredLayer layer : found.layers()) {
            Blob blob = layer.blob();
            if (blob != null) {
                assertThat(blob.size()).isNotNegative();
                blob.read(ByteBuffer.allocate(512), 0);
                assertThat(blob.read(ByteBuffer.allocate(1), blob.size()))
                        .as("read behind the end")
                        .isEqualTo(-1);
            }
        }
    }

    private static ImageSelection selection(CollectedDiagnostics diagnostics) {
        return new ImageSelection(null, null, Limits.defaults(), diagnostics);
    }
}
