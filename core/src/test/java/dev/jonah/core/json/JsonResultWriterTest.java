package dev.jonah.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.Jonah;
import dev.jonah.TestImages;
import dev.jonah.image.Image;
import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonResultWriterTest {
    @Test
    void eachFileIsOneLineWithItsKeysInOrder() throws IOException {
        assertThat(line("\"/bin/tool\""))
                .isEqualTo(
                        "{\"path\": \"/bin/tool\", \"type\": \"file\", \"mode\": \"4755\", \"uid\": 0, \"gid\": 0, \"size\": 2,"
                                + " \"target\": null, \"layer\": 0, \"verdict\": \"UNEXPLAINED\", \"package\": null, \"claims\": [],"
                                + " \"evidence\": [], \"signals\": [\"setuid\"], \"sha256\": \""
                                + Digest.compute(Digest.Algorithm.SHA256, "x\n".getBytes(StandardCharsets.UTF_8))
                                        .hex() + "\"}");
    }

    @Test
    void aNameThatIsNotUtf8IsEscapedAndGivenWhole() throws IOException {
        assertThat(line("latin-")).contains("\"path\": \"/latin-\\\\xe9\", \"rawPath\": \"L2xhdGluLek=\"");
    }

    @Test
    void aNameWithABackslashNeedsNoRawForm() throws IOException {
        assertThat(line("back")).contains("\"path\": \"/back\\\\slash\", \"type\"");
    }

    @Test
    void aDeviceHasItsNumberAsTarget() throws IOException {
        assertThat(line("/dev/null")).contains("\"type\": \"char\"", "\"target\": \"1:3\"");
    }

    @Test
    void extendedAttributesAreBase64() throws IOException {
        assertThat(line("/capable")).contains("\"xattrs\": {\"security.capability\": \"/wA=\"}");
    }

    @Test
    void nothingKnownIsNullAndNeverEmpty() throws IOException {
        assertThat(json()).contains("\"distro\": null", "\"digest\": null");
    }

    @Test
    void everyVerdictIsCountedEvenIfThereIsNone() throws IOException {
        assertThat(json())
                .contains(
                        "\"verdicts\": {\"VERIFIED\": 0, \"OWNED\": 0, \"CONFIG_EDITED\": 0, \"MODIFIED\": 0, \"COPY\": 0,"
                                + " \"DERIVED\": 1, \"TRANSIENT\": 0, \"KNOWN\": 0, \"IDENTIFIED\": 0, \"UNEXPLAINED\": 4}");
    }

    private static String line(String part) throws IOException {
        return json().lines()
                .filter(l -> l.contains("\"path\"") && l.contains(part) && l.contains("\"verdict\""))
                .findFirst()
                .orElseThrow()
                .strip()
                .replaceAll("[,\\]]*$", "");
    }

    private static String json() throws IOException {
        try (Image image = TestImages.open(l -> l.file("/bin/tool", "x\n")
                .mode("/bin/tool", 04755)
                .file(RawText.ofLatin1("/latin-\u00e9"), new byte[0])
                .file("/back\\slash", "")
                .character("/dev/null", 1, 3)
                .file("/capable", "")
                .attribute("/capable", "security.capability", RawText.ofLatin1("\u00ff\u0000")))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Jonah jonah =
                    Jonah.builder().digests(List.of(Digest.Algorithm.SHA256)).build();
            new JsonResultWriter().write(jonah.scan(image), out);
            return out.toString(StandardCharsets.UTF_8);
        }
    }
}
