package dev.jonah.inspector;

import dev.jonah.diagnostic.DiagnosticCollector;
import dev.jonah.image.Image;
import dev.jonah.image.ImageDescription;
import dev.jonah.image.ImageOpener;
import dev.jonah.image.ImageReader;
import dev.jonah.image.ImageSelection;
import dev.jonah.image.ImageSource;
import dev.jonah.image.LayerReader;
import dev.jonah.image.OpenRequest;
import dev.jonah.image.Platform;
import dev.jonah.image.UnreadableImageException;
import dev.jonah.plugin.PluginLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Opens container images at rest: recognises the input by its content, reads each layer once, and unites the layers. It
 * executes, mounts and extracts nothing. Immutable and safe for any thread.
 *
 * <pre>{@code
 * try (Image image = new Inspector().open(Path.of("alpine.tar"))) {
 *     image.tree().files().forEach(file -> System.out.println(file.path()));
 * }
 * }</pre>
 */
public final class Inspector implements ImageOpener {
    private final List<ImageReader> readers;
    private final List<LayerReader> layerReaders;
    private final List<PluginLoader.Failure> failures;

    /** With the readers that the class loader of this class finds. */
    public Inspector() {
        this(Inspector.class.getClassLoader());
    }

    /** With the readers that {@code loader} finds; each image tells of those that could not be used. */
    public Inspector(ClassLoader loader) {
        List<PluginLoader.Failure> noticed = new ArrayList<>();
        this.readers = sorted(PluginLoader.load(ImageReader.class, loader, noticed::add));
        this.layerReaders = PluginLoader.load(LayerReader.class, loader, noticed::add);
        this.failures = List.copyOf(noticed);
    }

    /** With exactly these readers. */
    public Inspector(List<ImageReader> readers, List<LayerReader> layerReaders) {
        this.readers = sorted(readers);
        this.layerReaders = layerReaders.stream()
                .sorted(Comparator.comparing(LayerReader::id))
                .toList();
        this.failures = List.of();
    }

    private static List<ImageReader> sorted(List<ImageReader> readers) {
        return readers.stream()
                .sorted(Comparator.comparingInt(ImageReader::precedence).thenComparing(ImageReader::id))
                .toList();
    }

    @Override
    public String id() {
        return "jonah.inspector";
    }

    /** Opens a file or directory with all defaults. Errors as for {@link #open(OpenRequest)}. */
    public Image open(Path path) throws IOException {
        return open(OpenRequest.of(path).build());
    }

    @Override
    public Image open(OpenRequest request) throws IOException {
        Resources resources = new Resources(request.limits(), request.spoolDirectory());
        try {
            DiagnosticCollector diagnostics = new DiagnosticCollector(request.limits(), null);
            for (PluginLoader.Failure failure : failures) {
                diagnostics.warning("plugin.load", null, failure.describe());
            }
            InputOpening opening = new InputOpening(request, resources, diagnostics);
            ImageSource source = opening.open();
            ImageReader reader = choose(source, request, opening.damage());
            ImageDescription description = reader.describe(
                    source, new ImageSelection(request.image(), request.platform(), request.limits(), diagnostics));
            checkPlatform(description.platform(), request.platform());
            OpenedImage image = new LayerReading(request, resources, layerReaders).read(description, diagnostics);
            if (request.strict() && !image.complete()) {
                throw new UnreadableImageException(firstError(image) + " (refused because of --strict)");
            }
            return image;
        } catch (IOException | RuntimeException | Error e) {
            resources.closeAfter(e);
            throw e;
        }
    }

    private ImageReader choose(ImageSource source, OpenRequest request, @Nullable String damage) throws IOException {
        String format = request.format();
        if (format != null) {
            return forced(format, source);
        }
        for (ImageReader reader : readers) {
            if (reader.recognises(source)) {
                return reader;
            }
        }
        throw new UnreadableImageException(UnknownInput.describe(source, damage));
    }

    /** Of several readers with that format the one that recognises the input, else the first. */
    private ImageReader forced(String format, ImageSource source) throws IOException {
        List<ImageReader> fitting =
                readers.stream().filter(r -> r.formats().contains(format)).toList();
        if (fitting.isEmpty()) {
            throw new UnreadableImageException("no reader for the format " + format + "; there are: "
                    + readers.stream()
                            .flatMap(reader -> reader.formats().stream())
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        for (ImageReader reader : fitting) {
            if (reader.recognises(source)) {
                return reader;
            }
        }
        return fitting.get(0);
    }

    /** Refuses an image that says it is for another platform than the one asked for. A variant may be left unsaid. */
    private static void checkPlatform(Platform found, @Nullable Platform wanted) throws UnreadableImageException {
        if (wanted == null || found.os() == null || found.architecture() == null) {
            return;
        }
        boolean variant = found.variant() == null
                || wanted.variant() == null
                || found.variant().equals(wanted.variant());
        if (!found.os().equals(wanted.os()) || !found.architecture().equals(wanted.architecture()) || !variant) {
            throw new UnreadableImageException("no image for " + wanted + "; there is: " + found);
        }
    }

    private static String firstError(Image image) {
        return image.diagnostics().stream()
                .sorted()
                .findFirst()
                .map(d -> d.message())
                .orElse("the image is not complete");
    }
}
