package dev.jonah;

import dev.jonah.image.Image;
import dev.jonah.image.OpenRequest;
import dev.jonah.inspector.Inspector;
import dev.jonah.testkit.FakeImage;
import dev.jonah.testkit.LayerBuilder;
import dev.jonah.value.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/** Images for tests, with a real apk database where packages are needed. */
public final class TestImages {
    private TestImages() {}

    @SafeVarargs
    public static Image open(UnaryOperator<LayerBuilder>... layers) throws IOException {
        FakeImage.Builder image = FakeImage.builder().name("demo:1");
        for (UnaryOperator<LayerBuilder> layer : layers) {
            image.layer(layer);
        }
        return open(image.build().dockerArchive());
    }

    public static Image open(byte[] archive) throws IOException {
        return new Inspector()
                .open(OpenRequest.of("demo.tar", new ByteArrayInputStream(archive))
                        .build());
    }

    /** A stanza of apk's database with one file. */
    public static String apk(String name, String version, String path, String content) {
        int slash = path.lastIndexOf('/');
        return "C:Q1AAAAAAAAAAAAAAAAAAAAAAAAAAA=\nP:" + name + "\nV:" + version + "\nA:x86_64\nF:"
                + path.substring(1, slash) + "\nR:" + path.substring(slash + 1) + "\nZ:" + checksum(content) + "\n\n";
    }

    public static String checksum(String content) {
        Digest digest = Digest.compute(Digest.Algorithm.SHA1, content.getBytes(StandardCharsets.UTF_8));
        return "Q1" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest.hex()));
    }
}
