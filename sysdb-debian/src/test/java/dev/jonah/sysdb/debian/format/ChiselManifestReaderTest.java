package dev.jonah.sysdb.debian.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChiselManifestReaderTest {
    private static final String SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String HEADER = "{\"jsonwall\":\"1.0\",\"schema\":\"1.0\",\"count\":4}\n";

    @Test
    void everyKindIsRead() {
        ChiselManifest manifest = read(HEADER
                + "{\"kind\":\"content\",\"slice\":\"a_bins\",\"path\":\"/bin/a\"}\n"
                + "{\"kind\":\"package\",\"name\":\"a\",\"version\":\"1:2\",\"sha256\":\"" + SHA256
                + "\",\"arch\":\"amd64\"}\n"
                + "{\"kind\":\"path\",\"path\":\"/bin/a\",\"mode\":\"0755\",\"slices\":[\"a_bins\"],\"sha256\":\""
                + SHA256
                + "\",\"final_sha256\":\"" + SHA256.replace('e', 'f') + "\",\"size\":7,\"inode\":1}\n"
                + "{\"kind\":\"path\",\"path\":\"/bin/l\",\"mode\":\"0777\",\"slices\":[\"a_bins\"],\"link\":\"a\"}\n"
                + "{\"kind\":\"slice\",\"name\":\"a_bins\"}\n");
        assertThat(manifest.schema()).isEqualTo("1.0");
        assertThat(manifest.problems()).isEmpty();
        assertThat(manifest.failure()).isNull();
        assertThat(manifest.slices()).containsExactly("a_bins");
        assertThat(manifest.packages()).singleElement().satisfies(found -> {
            assertThat(found.version()).isEqualTo("1:2");
            assertThat(found.digest()).hasToString("sha256:" + SHA256);
        });
        ChiselPath first = manifest.paths().get(0);
        assertThat(first.mode()).isEqualTo(0755);
        assertThat(first.expected()).hasToString("sha256:" + SHA256.replace('e', 'f'));
        assertThat(first.size()).isEqualTo(7L);
        assertThat(first.inode()).isEqualTo(1L);
        assertThat(manifest.paths().get(1).link()).isEqualTo(Texts.raw("a"));
    }

    @Test
    void linesThatAreNoObjectsOfAManifestAreProblems() {
        List<String> lines = List.of(
                "[]",
                "{",
                "{}{}",
                "{\"a\":1}",
                "{\"kind\":\"path\",\"path\":\"bin\"}",
                "{\"kind\":\"path\",\"path\":\"/a\",\"sha256\":\"12\"}",
                "{\"kind\":\"path\",\"path\":\"/a\",\"mode\":\"9\"}",
                "{\"kind\":\"package\"}",
                "");
        ChiselManifest manifest = read(HEADER + String.join("\n", lines) + "\n");
        assertThat(manifest.problems()).hasSize(lines.size());
        assertThat(manifest.paths()).isEmpty();
    }

    @Test
    void kindsOfLaterSchemasAndNestedValuesArePassedOver() {
        assertThat(read(HEADER + "{\"kind\":\"new\",\"x\":{\"y\":[1]},\"z\":[[1]],\"n\":null}\n")
                        .problems())
                .isEmpty();
    }

    @Test
    void damageIsTold() throws Exception {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 20_000; i++) {
            text.append("{\"kind\":\"slice\",\"name\":\"a_")
                    .append(i * 7919L % 104_729)
                    .append("\"}\n");
        }
        byte[] whole = Zstds.compress(text.toString());
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        assertThat(ChiselManifestReader.read(new ByteArrayInputStream(half), Limits.defaults())
                        .failure())
                .isNotNull();
        ChiselManifest manifest = ChiselManifestReader.read(new ByteArrayInputStream(whole), Limits.defaults());
        assertThat(manifest.failure()).isNull();
        assertThat(manifest.slices()).hasSize(20_000);
    }

    @Test
    void whatIsNotZstdIsSaidToBe() {
        ChiselManifest manifest = ChiselManifestReader.read(Texts.stream(HEADER), Limits.defaults());
        assertThat(manifest.failure()).isNotNull();
    }

    @Test
    void theDecompressedSizeIsBounded() throws Exception {
        byte[] bomb = Zstds.compress("\n".repeat(4 << 20));
        Limits limits = Limits.builder().set(Limits.Name.PARSER_BYTES, 1 << 20).build();
        ChiselManifest manifest = ChiselManifestReader.read(new ByteArrayInputStream(bomb), limits);
        assertThat(bomb.length).isLessThan(10_000);
        assertThat(manifest.failure()).isInstanceOf(LimitExceededException.class);
    }

    private static ChiselManifest read(String lines) {
        return ChiselManifestReader.readLines(Texts.stream(lines), Limits.defaults());
    }
}
