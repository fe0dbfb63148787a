package dev.jonah.inspector;

import dev.jonah.inspector.tar.RawTar;
import dev.jonah.testkit.DockerArchive;
import dev.jonah.testkit.FakeImage;
import dev.jonah.testkit.OciLayout;
import dev.jonah.value.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The forms in which tools write one image. Written after their outputs; none of them is run. */
enum Containers {
    /** Docker up to 1.9: {@code repositories} and one folder for each layer that names its parent. */
    DOCKER_V1 {
        @Override
        Path write(FakeImage image, Path directory) throws IOException {
            Map<String, byte[]> members = new LinkedHashMap<>();
            String parent = "";
            for (int i = 0; i < image.layerCount(); i++) {
                String id = hex(image.layerTar(i));
                members.put(id + "/VERSION", bytes("1.0"));
                members.put(
                        id + "/json",
                        bytes("{\"id\":\"" + id + "\"" + (parent.isEmpty() ? "" : ",\"parent\":\"" + parent + "\"")
                                + ",\"os\":\"linux\",\"architecture\":\"amd64\",\"container_config\":{\"Cmd\":[\"layer\",\""
                                + i
                                + "\"]}}"));
                members.put(id + "/layer.tar", image.storedLayer(i));
                parent = id;
            }
            members.put("repositories", bytes("{\"demo\":{\"1\":\"" + parent + "\"}}"));
            return archive(members, directory);
        }
    },
    /** Docker 1.10 to 24: a layer that another image has too is a link to its place there. */
    DOCKER_WITH_LINKED_LAYERS {
        @Override
        Path write(FakeImage image, Path directory) throws IOException {
            ByteArrayOutputStream tar = new ByteArrayOutputStream();
            List<String> layers = new ArrayList<>();
            for (int i = 0; i < image.layerCount(); i++) {
                String other = "other" + i + "/layer.tar";
                String name = "this" + i + "/layer.tar";
                tar.writeBytes(RawTar.member(name).type('2').link("../" + other).header());
                tar.writeBytes(RawTar.member(other).with(image.storedLayer(i)));
                layers.add(name);
            }
            tar.writeBytes(RawTar.member(image.configDigest().hex() + ".json").with(image.config()));
            tar.writeBytes(RawTar.member("manifest.json")
                    .with(manifest(image.configDigest().hex() + ".json", layers)));
            tar.writeBytes(new byte[1024]);
            return file(tar.toByteArray(), directory);
        }
    },
    /** skopeo, podman, buildah: {@code DIFFID.tar}, and links to them. */
    CONTAINERS_IMAGE {
        @Override
        Path write(FakeImage image, Path directory) throws IOException {
            ByteArrayOutputStream tar = new ByteArrayOutputStream();
            List<String> layers = new ArrayList<>();
            for (int i = 0; i < image.layerCount(); i++) {
                String name = image.diffId(i).substring(7) + ".tar";
                tar.writeBytes(RawTar.member(name).with(image.storedLayer(i)));
                tar.writeBytes(RawTar.member("v1id" + i + "/layer.tar")
                        .type('2')
                        .link("../" + name)
                        .header());
                layers.add(name);
            }
            String config = image.configDigest().hex() + ".json";
            tar.writeBytes(RawTar.member(config).with(image.config()));
            tar.writeBytes(RawTar.member("manifest.json").with(manifest(config, layers)));
            return file(RawTar.archive(tar.toByteArray()), directory);
        }
    },
    /** kaniko, crane, ko: a configuration with a colon in its name and no suffix. */
    KANIKO {
        @Override
        Path write(FakeImage image, Path directory) throws IOException {
            Map<String, byte[]> members = new LinkedHashMap<>();
            List<String> layers = new ArrayList<>();
            for (int i = 0; i < image.layerCount(); i++) {
                String name = hex(image.storedLayer(i)) + ".tar.gz";
                members.put(name, image.storedLayer(i));
                layers.add(name);
            }
            members.put(image.configDigest().toString(), image.config());
            members.put("manifest.json", manifest(image.configDigest().toString(), layers));
            return archive(members, directory);
        }
    },
    /** Docker 25 and later. */
    DOCKER_25 {
        @Override
        Path write(FakeImage image, Path directory) throws IOException {
            return file(image.hybridArchive(), directory);
        }
    },
    /** A Docker 25 whose index says {@code manifests: null}. */
    DOCKER_25_WITHOUT_MANIFESTS {
        @Override
        Path write(FakeImage image, Path directory) throws IOException {
            Map<String, byte[]> members =
                    new LinkedHashMap<>(OciLayout.of(image).withDockerManifest().members());
            members.put("index.json", bytes("{\"schemaVersion\":2,\"manifests\":null}"));
            return archive(members, directory);
        }
    },
    /** A Docker 25 whose OCI manifest says {@code layers: []}. */
    DOCKER_25_WITHOUT_LAYERS {
        @Override
        Path write(FakeImage image, Path directory) throws IOException {
            Map<String, byte[]> members =
                    new LinkedHashMap<>(OciLayout.of(image).withDockerManifest().members());
            byte[] manifest = bytes("{\"schemaVersion\":2,\"config\":{\"digest\":\"" + image.configDigest()
                    + "\",\"mediaType\":\"application/vnd.oci.image.config.v1+json\"},\"layers\":[]}");
            members.put("blobs/sha256/" + hex(manifest), manifest);
            members.put(
                    "index.json",
                    bytes("{\"schemaVersion\":2,\"manifests\":[{\"digest\":\"sha256:" + hex(manifest)
                            + "\",\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\"}]}"));
            return archive(members, directory);
        }
    },
    /** Docker's containerd store: a nested index of platforms whose blobs are not all there. */
    CONTAINERD_STORE {
        @Override
        Path write(FakeImage image, Path directory) throws IOException {
            FakeImage absent = FakeImage.builder()
                    .platform("linux/arm64/v8")
                    .layer(l -> l.file("/arm", "x"))
                    .build();
            Map<String, byte[]> members = new LinkedHashMap<>(
                    OciLayout.multiPlatform("demo:1", absent, image).members());
            members.keySet()
                    .removeAll(OciLayout.of(absent).members().keySet().stream()
                            .filter(name -> name.startsWith("blobs/"))
                            .collect(Collectors.toSet()));
            return archive(members, directory);
        }
    },
    OCI_DIRECTORY {
        @Override
        Path write(FakeImage image, Path directory) throws IOException {
            image.ociLayout(directory);
            return directory;
        }
    },
    OCI_ARCHIVE {
        @Override
        Path write(FakeImage image, Path directory) throws IOException {
            return file(image.ociArchive(), directory);
        }
    },
    OCI_ARCHIVE_WITH_DOT_NAMES {
        @Override
        Path write(FakeImage image, Path directory) throws IOException {
            Map<String, byte[]> members = new LinkedHashMap<>();
            OciLayout.of(image).members().forEach((name, bytes) -> members.put("./" + name, bytes));
            return archive(members, directory);
        }
    },
    SKOPEO_DIRECTORY {
        @Override
        Path write(FakeImage image, Path directory) throws IOException {
            for (Map.Entry<String, byte[]> member :
                    OciLayout.of(image).members().entrySet()) {
                if (member.getKey().startsWith("blobs/")) {
                    Files.write(
                            directory.resolve(member.getKey().substring("blobs/sha256/".length())), member.getValue());
                }
            }
            Files.move(directory.resolve(image.manifestDigest().hex()), directory.resolve("manifest.json"));
            Files.writeString(directory.resolve("version"), "Directory Transport Version: 1.1\n");
            return directory;
        }
    };

    abstract Path write(FakeImage image, Path directory) throws IOException;

    static Path file(byte[] archive, Path directory) throws IOException {
        return Files.write(directory.resolve("image:1.tar"), archive);
    }

    static Path archive(Map<String, byte[]> members, Path directory) throws IOException {
        return file(tar(members), directory);
    }

    /** A tar archive with these files, in order. */
    static byte[] tar(Map<String, byte[]> members) {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        members.forEach((name, bytes) -> tar.writeBytes(RawTar.member(name).with(bytes)));
        return RawTar.archive(tar.toByteArray());
    }

    static byte[] manifest(String config, List<String> layers) {
        return bytes("[{\"Config\":\"" + config + "\",\"RepoTags\":[\"demo:1\"],\"Layers\":["
                + layers.stream().map(l -> '"' + l + '"').collect(Collectors.joining(",")) + "]}]");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String hex(byte[] bytes) {
        return Digest.compute(Digest.Algorithm.SHA256, bytes).hex();
    }

    /** The members of a docker archive, to be changed. */
    static Map<String, byte[]> dockerMembers(FakeImage... images) {
        return new TreeMap<>(DockerArchive.of(images).members());
    }
}
