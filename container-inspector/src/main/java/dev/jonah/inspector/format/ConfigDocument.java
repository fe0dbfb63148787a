package dev.jonah.inspector.format;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.image.Blob;
import dev.jonah.image.ImageConfig;
import dev.jonah.image.ImageSelection;
import dev.jonah.image.Platform;
import dev.jonah.image.UnreadableImageException;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An image's configuration (OCI image specification, config.md; Docker's is the same). All of it is optional.
 *
 * @param digest digest of its bytes, or null if there are none
 * @param platform what it runs on
 * @param config how it is run
 * @param diffIds digests of the uncompressed layers, as written
 * @param history lines of the layers that are not empty; null if the document has no history
 */
record ConfigDocument(
        @Nullable Digest digest,
        Platform platform,
        ImageConfig config,
        List<String> diffIds,
        @Nullable List<@Nullable String> history) {
    private static final ConfigDocument NONE =
            new ConfigDocument(null, Platform.UNKNOWN, ImageConfig.NONE, List.of(), null);

    /** Reads a configuration; one that is missing or broken is reported, and the layers are read without it. */
    static ConfigDocument read(String name, @Nullable Blob blob, @Nullable String claimed, ImageSelection selection)
            throws IOException {
        Diagnostics diagnostics = selection.diagnostics();
        if (blob == null) {
            diagnostics.warning(
                    "image.config", null, "configuration missing: " + name + "; diff ids and history are not known");
            return NONE;
        }
        byte[] bytes = Json.bytes(name, blob, selection.limits());
        if (claimed != null) {
            OciDigest.check("configuration", claimed, bytes, diagnostics);
        }
        Digest digest = Digest.compute(Digest.Algorithm.SHA256, bytes);
        try {
            Json json = Json.read(name, bytes);
            return new ConfigDocument(digest, platform(json), config(json), diffIds(json), history(json));
        } catch (UnreadableImageException e) {
            diagnostics.warning("image.config", null, "configuration unreadable: " + e.getMessage());
            return new ConfigDocument(digest, Platform.UNKNOWN, ImageConfig.NONE, List.of(), null);
        }
    }

    /** The digest that layer {@code index} should have uncompressed, or null. */
    @Nullable
    String diffId(int index) {
        return index < diffIds.size() ? diffIds.get(index) : null;
    }

    /** The history line of layer {@code index}, or null if history and layers do not agree in number. */
    @Nullable
    String createdBy(int index, int layers) {
        return history != null && history.size() == layers ? history.get(index) : null;
    }

    /** Reports a number of diff ids that is not the number of layers. */
    void checkLayers(int layers, Diagnostics diagnostics) {
        if (digest == null || diffIds.size() == layers) {
            return;
        }
        if (diffIds.isEmpty()) {
            diagnostics.warning(
                    "image.diff-ids",
                    null,
                    "the configuration lists no diff ids, so that no layer is held against one");
            return;
        }
        String message = "the configuration lists " + diffIds.size() + " diff ids for " + layers + " layers";
        if (diffIds.size() > layers) {
            diagnostics.error("image.diff-ids", null, message + "; layers are missing");
        } else {
            diagnostics.warning("image.diff-ids", null, message);
        }
    }

    private static Platform platform(Json json) {
        return new Platform(
                json.get("os").nonEmptyText(),
                json.get("architecture").nonEmptyText(),
                json.get("variant").nonEmptyText());
    }

    private static ImageConfig config(Json json) {
        Json run = json.get("config");
        Map<String, String> labels = new TreeMap<>();
        run.get("Labels").members().forEach((key, value) -> {
            String text = value.text();
            if (text != null) {
                labels.put(key, text);
            }
        });
        List<String> environment = run.get("Env").texts();
        return new ImageConfig(
                run.get("User").nonEmptyText(),
                run.get("Entrypoint").texts(),
                run.get("Cmd").texts(),
                run.get("WorkingDir").nonEmptyText(),
                environment == null ? List.of() : environment,
                labels,
                run.get("ExposedPorts").members().keySet().stream().sorted().toList(),
                json.get("created").nonEmptyText());
    }

    private static List<String> diffIds(Json json) {
        List<String> texts = json.get("rootfs").get("diff_ids").texts();
        return texts == null ? List.of() : texts;
    }

    private static @Nullable List<@Nullable String> history(Json json) {
        if (!json.get("history").isList()) {
            return null;
        }
        List<@Nullable String> lines = new ArrayList<>();
        for (Json line : json.get("history").list()) {
            if (!line.get("empty_layer").isTrue()) {
                lines.add(line.get("created_by").text());
            }
        }
        return lines;
    }
}
