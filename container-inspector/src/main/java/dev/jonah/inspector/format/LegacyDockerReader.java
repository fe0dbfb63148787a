package dev.jonah.inspector.format;

import dev.jonah.image.Blob;
import dev.jonah.image.ImageDescription;
import dev.jonah.image.ImageDescription.StoredLayer;
import dev.jonah.image.ImageReader;
import dev.jonah.image.ImageSelection;
import dev.jonah.image.ImageSource;
import dev.jonah.image.UnreadableImageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads archives of Docker up to 1.9: {@code repositories} names the top layer of each tag, and each layer's {@code json}
 * its parent. There are no diff ids.
 */
public final class LegacyDockerReader implements ImageReader {
    private static final String REPOSITORIES = "repositories";

    @Override
    public String id() {
        return "jonah.image.docker-v1";
    }

    @Override
    public List<String> formats() {
        return List.of("docker-v1", "docker-archive");
    }

    @Override
    public int precedence() {
        return 130;
    }

    @Override
    public boolean recognises(ImageSource source) throws IOException {
        return source.has(REPOSITORIES) && !source.has("manifest.json") && !source.has("index.json");
    }

    @Override
    public ImageDescription describe(ImageSource source, ImageSelection selection) throws IOException {
        Blob blob = source.member(REPOSITORIES);
        if (blob == null) {
            throw new UnreadableImageException(source.name() + " has no " + REPOSITORIES);
        }
        Json json = Json.read(REPOSITORIES, Json.bytes(REPOSITORIES, blob, selection.limits()));
        Map<String, List<String>> tagsByTop = new TreeMap<>();
        json.members()
                .forEach((repository, tags) -> tags.members().forEach((tag, id) -> {
                    String top = id.nonEmptyText();
                    if (top != null) {
                        tagsByTop.computeIfAbsent(top, key -> new ArrayList<>()).add(repository + ":" + tag);
                    }
                }));
        List<DockerImage> images = new ArrayList<>();
        tagsByTop.forEach((top, tags) -> images.add(new DockerImage(top, tags, List.of())));
        if (images.isEmpty()) {
            throw new UnreadableImageException(REPOSITORIES + ": no image in it");
        }
        DockerImage image = DockerImage.choose(images, selection);
        List<String> chain = chain(source, image.config(), selection);
        ConfigDocument config = config(source, image.config(), selection);
        List<StoredLayer> layers = new ArrayList<>();
        for (String id : chain) {
            String name = id + "/layer.tar";
            Blob layer = source.member(name);
            String problem = layer == null ? "layer missing: " + name : null;
            layers.add(new StoredLayer(
                    name, layer, null, null, null, null, null, createdBy(source, id, selection), problem));
        }
        return new ImageDescription(
                "docker-archive", image.tags(), null, null, config.platform(), config.config(), layers, List.of());
    }

    /** Layer ids from the bottom to {@code top}. */
    private static List<String> chain(ImageSource source, String top, ImageSelection selection) throws IOException {
        Set<String> ids = new LinkedHashSet<>();
        String id = top;
        while (id != null) {
            if (MemberName.climbs(id) || !ids.add(id)) {
                throw new UnreadableImageException(
                        "the parents of layer " + top + " are circular or leave the archive");
            }
            Blob json = source.member(id + "/json");
            id = json == null
                    ? null
                    : Json.read(id + "/json", Json.bytes(id + "/json", json, selection.limits()))
                            .get("parent")
                            .nonEmptyText();
        }
        List<String> chain = new ArrayList<>(ids);
        java.util.Collections.reverse(chain);
        return chain;
    }

    private static ConfigDocument config(ImageSource source, String id, ImageSelection selection) throws IOException {
        return ConfigDocument.read(id + "/json", source.member(id + "/json"), null, selection);
    }

    private static @org.jspecify.annotations.Nullable String createdBy(
            ImageSource source, String id, ImageSelection selection) throws IOException {
        Blob json = source.member(id + "/json");
        if (json == null) {
            return null;
        }
        List<String> command = Json.read(id + "/json", Json.bytes(id + "/json", json, selection.limits()))
                .get("container_config")
                .get("Cmd")
                .texts();
        return command == null ? null : String.join(" ", command);
    }
}
