package dev.jonah.testkit;

import dev.jonah.image.Platform;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Images in the OCI image layout, version 1.0.0: {@code oci-layout}, {@code index.json} and blobs by digest. */
public final class OciLayout {
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";

    private final List<FakeImage> images;
    private final Map<String, byte[]> members = new LinkedHashMap<>();

    private OciLayout(List<FakeImage> images) {
        this.images = images;
        members.put("oci-layout", Json.bytes(Map.of("imageLayoutVersion", "1.0.0")));
        for (FakeImage image : images) {
            image.layers().forEach(layer -> addBlob(layer.stored()));
            addBlob(image.config());
            addBlob(manifest(image));
        }
    }

    /** A layout whose index names these images, once for each of their names. */
    public static OciLayout of(FakeImage... images) {
        OciLayout layout = new OciLayout(List.of(images));
        List<Object> descriptors = new ArrayList<>();
        for (FakeImage image : images) {
            List<@Nullable String> names = new ArrayList<>(image.names());
            if (names.isEmpty()) {
                names.add(null);
            }
            names.forEach(name -> descriptors.add(descriptor(image, name)));
        }
        layout.members.put("index.json", index(descriptors));
        return layout;
    }

    /** A layout whose index names one further index, which has these images, one for each platform. */
    public static OciLayout multiPlatform(String name, FakeImage... images) {
        OciLayout layout = new OciLayout(List.of(images));
        List<Object> inner = new ArrayList<>();
        for (FakeImage image : images) {
            inner.add(descriptor(image, null));
        }
        byte[] nested = index(inner);
        layout.addBlob(nested);
        layout.members.put("index.json", index(List.of(descriptor(INDEX, nested, Platform.UNKNOWN, name))));
        return layout;
    }

    /** The same with the {@code manifest.json} that Docker 25 adds. */
    public OciLayout withDockerManifest() {
        List<Object> manifest = new ArrayList<>();
        for (FakeImage image : images) {
            List<String> layers = image.layers().stream()
                    .map(layer -> blobName(FakeLayer.sha256(layer.stored())))
                    .toList();
            manifest.add(DockerArchive.entry(blobName(image.configDigest()), image.names(), layers));
        }
        members.put("manifest.json", Json.bytes(manifest));
        return this;
    }

    /** The files of the layout by relative name, in order. */
    public Map<String, byte[]> members() {
        return Collections.unmodifiableMap(members);
    }

    /** A tar archive of the layout. */
    public byte[] tar() {
        return DockerArchive.tar(members);
    }

    /** Writes the layout into an existing directory. */
    public void writeTo(Path directory) throws IOException {
        for (Map.Entry<String, byte[]> member : members.entrySet()) {
            Path file = directory.resolve(member.getKey());
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(file, member.getValue());
        }
    }

    static byte[] manifest(FakeImage image) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schemaVersion", 2);
        json.put("mediaType", MANIFEST);
        json.put("config", descriptor(CONFIG, image.config(), Platform.UNKNOWN, null));
        json.put(
                "layers",
                image.layers().stream()
                        .map(layer -> descriptor(layer.mediaType(), layer.stored(), Platform.UNKNOWN, null))
                        .toList());
        return Json.bytes(json);
    }

    private static byte[] index(List<?> descriptors) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schemaVersion", 2);
        json.put("mediaType", INDEX);
        json.put("manifests", descriptors);
        return Json.bytes(json);
    }

    private static Map<String, Object> descriptor(FakeImage image, @Nullable String name) {
        return descriptor(MANIFEST, manifest(image), image.platform(), name);
    }

    private static Map<String, Object> descriptor(
            String mediaType, byte[] bytes, Platform platform, @Nullable String name) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mediaType", mediaType);
        json.put("digest", FakeLayer.sha256(bytes).toString());
        json.put("size", bytes.length);
        if (name != null) {
            json.put("annotations", Map.of("org.opencontainers.image.ref.name", name));
        }
        if (!platform.equals(Platform.UNKNOWN)) {
            json.put("platform", FakeConfig.platformJson(platform));
        }
        return json;
    }

    private void addBlob(byte[] bytes) {
        members.put(blobName(FakeLayer.sha256(bytes)), bytes);
    }

    private static String blobName(Digest digest) {
        return "blobs/" + digest.algorithm().id() + "/" + digest.hex();
    }
}
