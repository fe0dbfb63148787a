package dev.jonah.inspector;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.image.Image;
import dev.jonah.image.OpenRequest;
import dev.jonah.testkit.FakeImage;
import dev.jonah.testkit.LayerBuilder;
import dev.jonah.value.ImagePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Opens images that tests made in memory, and writes trees in a form that is easy to compare. */
public final class Images {
    private Images() {}

    /** Opens an archive with all defaults. */
    public static Image open(byte[] archive) throws IOException {
        return new Inspector().open(request(archive).build());
    }

    /** A request for an archive. */
    public static OpenRequest.Builder request(byte[] archive) {
        return OpenRequest.of("image.tar", new ByteArrayInputStream(archive));
    }

    /** Opens a docker archive with these layers, bottom to top. */
    @SafeVarargs
    public static Image ofLayers(UnaryOperator<LayerBuilder>... layers) throws IOException {
        FakeImage.Builder builder = FakeImage.builder().name("demo:1");
        for (UnaryOperator<LayerBuilder> layer : layers) {
            builder.layer(layer);
        }
        return open(builder.build().dockerArchive());
    }

    /**
     * Every path but the root with what is there: {@code d}, {@code f:CONTENT}, {@code h:CONTENT} for a hard link, {@code
     * l:TARGET}, {@code c:1:3}, {@code b:8:0}, {@code p}, {@code s}; {@code ?} in place of a content that is missing.
     */
    public static Map<String, String> listing(FileTree tree) throws IOException {
        Map<String, String> found = new TreeMap<>();
        Deque<ImagePath> open = new ArrayDeque<>(List.of(ImagePath.ROOT));
        while (!open.isEmpty()) {
            for (FileEntry entry : tree.children(open.pop())) {
                found.put(entry.path().toString(), describe(entry));
                if (entry.isDirectory()) {
                    open.push(entry.path());
                }
            }
        }
        return found;
    }

    private static String describe(FileEntry entry) throws IOException {
        return switch (entry.type()) {
            case FILE -> "f:" + text(entry);
            case HARDLINK -> "h:" + text(entry);
            case DIRECTORY -> "d";
            case SYMLINK -> "l:" + entry.target();
            case CHAR -> "c:" + entry.device();
            case BLOCK -> "b:" + entry.device();
            case FIFO -> "p";
            case SOCKET -> "s";
        };
    }

    /** The content of an entry as text, {@code ?} if it is missing. */
    public static String text(FileEntry entry) throws IOException {
        Content content = entry.content();
        return content == null ? "?" : new String(content.head(Integer.MAX_VALUE), StandardCharsets.ISO_8859_1);
    }

    /** The entry at a path that must be there. */
    public static FileEntry entry(Image image, String path) {
        return image.tree().find(ImagePath.of(path)).orElseThrow();
    }

    /** The codes of all diagnostics. */
    public static List<String> codes(Image image) {
        return image.diagnostics().stream().map(Diagnostic::code).toList();
    }

    /** The messages of all diagnostics. */
    public static List<String> messages(Image image) {
        return image.diagnostics().stream().map(Diagnostic::message).toList();
    }
}
