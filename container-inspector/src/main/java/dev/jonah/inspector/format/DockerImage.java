package dev.jonah.inspector.format;

import dev.jonah.image.ImageSelection;
import dev.jonah.image.UnreadableImageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One image of a {@code manifest.json}.
 *
 * @param config member that holds the configuration
 * @param tags names and tags; may be none
 * @param layers members that hold the layers, bottom to top
 */
record DockerImage(String config, List<String> tags, List<String> layers) {
    static DockerImage read(Json json) throws UnreadableImageException {
        if (!json.isObject()) {
            throw new UnreadableImageException("manifest.json: an image is no object");
        }
        String config = json.get("Config").requiredText();
        if (MemberName.climbs(config)) {
            throw new UnreadableImageException("manifest.json: configuration not in the archive: " + config);
        }
        List<String> layers = new ArrayList<>();
        for (Json layer : json.get("Layers").requiredList()) {
            String name = layer.requiredText();
            if (MemberName.climbs(name)) {
                throw new UnreadableImageException("manifest.json: layer not in the archive: " + name);
            }
            layers.add(name);
        }
        List<String> tags = json.get("RepoTags").texts();
        return new DockerImage(config, tags == null ? List.of() : tags, layers);
    }

    /** The one that is wanted, or the only one. */
    static DockerImage choose(List<DockerImage> images, ImageSelection selection) throws UnreadableImageException {
        if (images.isEmpty()) {
            throw new UnreadableImageException("manifest.json: no image in it");
        }
        List<DockerImage> fitting = distinct(images);
        String wanted = selection.name();
        if (wanted != null) {
            fitting = fitting.stream().filter(image -> image.isCalled(wanted)).toList();
        }
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        String all = images.stream().map(DockerImage::label).sorted().collect(Collectors.joining(", "));
        throw new UnreadableImageException(
                fitting.isEmpty()
                        ? "the archive has no image " + wanted + "; it has: " + all
                        : "the archive has several images; choose one with --image: " + all);
    }

    /** Those that are the same become one with all its tags: some tools list an image once for each tag. */
    private static List<DockerImage> distinct(List<DockerImage> images) {
        Map<DockerImage, Set<String>> tags = new LinkedHashMap<>();
        for (DockerImage image : images) {
            tags.computeIfAbsent(new DockerImage(image.config, List.of(), image.layers), key -> new LinkedHashSet<>())
                    .addAll(image.tags);
        }
        List<DockerImage> distinct = new ArrayList<>();
        tags.forEach((image, all) -> distinct.add(new DockerImage(image.config, List.copyOf(all), image.layers)));
        return distinct;
    }

    private boolean isCalled(String wanted) {
        String hex = wanted.startsWith("sha256:") ? wanted.substring(7) : wanted;
        String id = config.substring(Math.max(config.lastIndexOf('/'), config.lastIndexOf(':')) + 1);
        return tags.stream().anyMatch(tag -> ImageName.matches(tag, wanted)) || hex.length() >= 6 && id.startsWith(hex);
    }

    private String label() {
        return tags.isEmpty() ? config : String.join(" = ", tags);
    }
}
