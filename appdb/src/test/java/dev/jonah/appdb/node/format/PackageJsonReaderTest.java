package dev.jonah.appdb.node.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageJsonReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"MIT\" | MIT",
                "{\"type\":\"MIT\",\"url\":\"x\"} | MIT",
                "{\"url\":\"https://x\"} | https://x",
                "[\"MIT\",{\"type\":\"ISC\"}] | MIT,ISC",
                "[[\"MIT\"],5,null] | MIT",
                "true | ",
                "\"\" | "
            })
    void licensesComeInManyShapes(String written, String expected) throws IOException {
        PackageJson json = read("{\"license\":" + written + ",\"name\":\"a\"}");
        assertThat(String.join(",", json.licenses())).isEqualTo(expected == null ? "" : expected);
        assertThat(json.name()).isEqualTo("a");
    }

    @Test
    void fieldsOfAnUnexpectedShapeCountAsAbsent() throws IOException {
        PackageJson json = read("{\"name\":{\"x\":[1]},\"version\":[1,{}],\"author\":[1],\"dependencies\":[\"a\"],"
                + "\"repository\":7,\"bin\":[\"x\"],\"private\":{},\"description\":\"d\"}");
        assertThat(json.name()).isNull();
        assertThat(json.version()).isNull();
        assertThat(json.dependencies()).isEmpty();
        assertThat(json.programs()).isEmpty();
        assertThat(json.description()).isEqualTo("d");
    }

    @Test
    void anUnnamedProgramHasThePackagesNameWithoutScope() throws IOException {
        assertThat(read("{\"bin\":\"./cli.js\",\"name\":\"@s/tool\"}").programs())
                .isEqualTo(Map.of("tool", "./cli.js"));
    }

    @Test
    void peopleAndRepositoriesMayBeObjects() throws IOException {
        PackageJson json =
                read("{\"author\":{\"name\":\"A\",\"email\":\"a@x\"},\"repository\":{\"url\":\"git+https://x\"}}");
        assertThat(json.author()).isEqualTo("A <a@x>");
        assertThat(json.repository()).isEqualTo("git+https://x");
    }

    @Test
    void aByteOrderMarkAndDataBehindTheEndAreNoMatter() throws IOException {
        assertThat(read("\ufeff{\"name\":\"a\"}}}} trailing").name()).isEqualTo("a");
    }

    @Test
    void packagesOfOtherSystemsAreTold() throws IOException {
        assertThat(read("{\"engines\":{\"vscode\":\"^1\"}}").foreign()).isEqualTo("vscode");
        assertThat(read("{\"unity\":\"2019.1\"}").foreign()).isEqualTo("unity");
        assertThat(read("{\"engines\":{\"node\":\">=18\"}}").foreign()).isNull();
    }

    @Test
    void whatIsNoObjectOrBreaksOffIsAnError() {
        assertThatThrownBy(() -> read("[]")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("{\"name\":\"a\"")).isInstanceOf(IOException.class);
    }

    private static PackageJson read(String text) throws IOException {
        return PackageJsonReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
