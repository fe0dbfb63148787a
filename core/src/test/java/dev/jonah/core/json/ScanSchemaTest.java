package dev.jonah.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.jonah.Jonah;
import dev.jonah.core.steps.LinesManifests;
import dev.jonah.image.Image;
import dev.jonah.testkit.FakeImage;
import dev.jonah.testkit.OciLayout;
import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds what the writer writes against the published schema; in these tests the schema allows no unknown field. */
class ScanSchemaTest {
    private static final Path SCHEMA = Path.of("../docs/scan.schema.json");
    private static final String DATABASE = """
            C:Q1AAAAAAAAAAAAAAAAAAAAAAAAAAA=
            P:tool
            V:1.0-r0
            A:x86_64
            S:1
            I:1
            T:A tool
            U:https://example.org
            L:MIT
            o:tool
            D:so:libc.musl-x86_64.so.1
            F:usr
            F:usr/bin
            R:tool
            a:0:0:755
            Z:Q1AAAAAAAAAAAAAAAAAAAAAAAAAAA=
            R:gone

            """;

    private final ObjectMapper mapper = new ObjectMapper();

    private static FakeImage rich() {
        return FakeImage.builder()
                .name("demo:1")
                .layer(layer -> layer.createdBy("ADD rootfs.tar /")
                        .file("/etc/os-release", "ID=alpine\nNAME=\"Alpine Linux\"\nVERSION_ID=3.20.3\n")
                        .file("/lib/apk/db/installed", DATABASE)
                        .file("/usr/bin/tool", "changed")
                        .mode("/usr/bin/tool", 04755)
                        .attribute("/usr/bin/tool", "security.capability", RawText.of("cap"))
                        .file(
                                "/srv/lock.lines",
                                "declared pkg:npm/a@1 /srv/lock.lines=pkg:npm/b@1\ndeclared pkg:npm/b@1\n")
                        .file("/srv/x.lines", "installed pkg:npm/b@1 /srv/x.lines\n")
                        .file("/root/secret", "key"))
                .layer(layer -> layer.file(RawText.ofLatin1("opt/caf\u00e9"), new byte[] {1, 2, 3})
                        .hardlink("/usr/bin/other", "/usr/bin/tool")
                        .symlink("/opt/link", "/usr/bin/tool")
                        .character("/dev/null", 1, 3)
                        .block("/dev/sda", 8, 0)
                        .fifo("/run/pipe")
                        .whiteout("/root/secret"))
                .build();
    }

    private String scan(byte[] archive) throws IOException {
        Jonah jonah = Jonah.builder()
                .add(new LinesManifests())
                .digests(List.of(Digest.Algorithm.values()))
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Image image = jonah.open(
                jonah.request("test", new ByteArrayInputStream(archive)).build())) {
            new JsonResultWriter().write(jonah.scan(image), out);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private Schema schema() throws IOException {
        JsonNode root = mapper.readTree(Files.readString(SCHEMA));
        forbidUnknownFields(root);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(mapper.writeValueAsString(root), InputFormat.JSON);
    }

    private static void forbidUnknownFields(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ScanSchemaTest::forbidUnknownFields);
    }

    @Test
    void describesAScanOfARichImage() throws IOException {
        assertThat(schema().validate(scan(rich().dockerArchive()), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void describesAScanOfAnOciArchive() throws IOException {
        assertThat(schema().validate(scan(OciLayout.of(rich()).tar()), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void describesAScanOfABareRootFileSystem() throws IOException {
        FakeImage image = FakeImage.builder()
                .layer(layer -> layer.file("/etc/hostname", "demo"))
                .build();
        assertThat(schema().validate(scan(image.rootfsTar()), InputFormat.JSON)).isEmpty();
    }

    @Test
    void describesAnIncompleteScan() throws IOException {
        byte[] archive = rich().dockerArchive();
        archive[new String(archive, StandardCharsets.ISO_8859_1).indexOf("changed")] = 'C';
        String scanned = scan(archive);
        assertThat(scanned).contains("\"complete\": false");
        assertThat(schema().validate(scanned, InputFormat.JSON)).isEmpty();
    }

    @Test
    void wouldNoticeAFieldThatIsNotDescribed() throws IOException {
        ObjectNode scan = (ObjectNode) mapper.readTree(scan(rich().dockerArchive()));
        ((ObjectNode) scan.path("files").path(0)).put("surprise", true);
        assertThat(schema().validate(mapper.writeValueAsString(scan), InputFormat.JSON))
                .hasSize(1);
    }

    @Test
    void wouldNoticeAFieldThatIsNotWritten() throws IOException {
        ObjectNode scan = (ObjectNode) mapper.readTree(scan(rich().dockerArchive()));
        ((ObjectNode) scan.path("summary")).remove("complete");
        assertThat(schema().validate(mapper.writeValueAsString(scan), InputFormat.JSON))
                .hasSize(1);
    }
}
