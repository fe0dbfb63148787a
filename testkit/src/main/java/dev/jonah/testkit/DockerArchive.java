package dev.jonah.testkit;

import dev.jonah.value.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Images as {@code docker save} wrote them up to Docker 24: {@code manifest.json}, one configuration for each image and
 * {@code ID/layer.tar} for each layer.
 */
public final class DockerArchive {
    private final Map<String, byte[]> members = new LinkedHashMap<>();

    private DockerArchive(List<FakeImage> images) {
        List<Object> manifest = new ArrayList<>();
        for (FakeImage image : images) {
            String config = image.configDigest().hex() + ".json";
            List<String> layers = new ArrayList<>();
            for (FakeLayer layer : image.layers()) {
                Digest id = FakeLayer.sha256(layer.stored());
                layers.add(id.hex() + "/layer.tar");
                members.put(id.hex() + "/layer.tar", layer.stored());
            }
            members.put(config, image.config());
            manifest.add(entry(config, image.names(), layers));
        }
        members.put("manifest.json", Json.bytes(manifest));
    }

    /** An archive of these images. */
    public static DockerArchive of(FakeImage... images) {
        return new DockerArchive(List.of(images));
    }

    /** The files of the archive by name, in order. */
    public Map<String, byte[]> members() {
        return Collections.unmodifiableMap(members);
    }

    /** The tar archive. */
    public byte[] tar() {
        return tar(members);
    }

    static byte[] tar(Map<String, byte[]> members) {
        TarWriter tar = new TarWriter();
        members.forEach((name, bytes) -> tar.add(TarEntry.file(name, bytes)));
        return tar.finish();
    }

    static Map<String, @Nullable Object> entry(String config, List<String> names, List<String> layers) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("Config", config);
        json.put("RepoTags", names.isEmpty() ? null : names);
        json.put("Layers", layers);
        return json;
    }
}
