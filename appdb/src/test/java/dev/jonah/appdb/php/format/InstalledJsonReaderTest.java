package dev.jonah.appdb.php.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstalledJsonReaderTest {
    @Test
    void everyFieldIsRead() throws IOException {
        ComposerInstallation found = read("""
            {"packages":[{"name":"a/b","version":"v1.10","version_normalized":"1.10.0.0","type":"library","license":["MIT","X"],
            "description":"d","homepage":"h","authors":[{"name":"A","email":"a@x"},{"name":"B"},{"email":"c@x"},{}],
            "require":{"php":">=8","a/c":"^1"},"replace":{"a/r":"self.version"},"provide":{"a/p":"1"},"bin":["bin/x"],
            "dist":{"type":"zip","url":"u","reference":"r","shasum":"s"},"source":{"type":"git","url":"g","reference":"q"},
            "time":"2026","install-path":"../a/b","extra":{"deep":[{"x":1}]}}],"dev":true,"dev-package-names":["A/b"]}
            """);
        assertThat(found.development()).containsExactly("a/b");
        assertThat(found.packages())
                .containsExactly(new ComposerPackage(
                        "a/b",
                        "v1.10",
                        "library",
                        List.of("MIT", "X"),
                        "d",
                        "h",
                        List.of("A <a@x>", "B", "c@x"),
                        Map.of("php", ">=8", "a/c", "^1"),
                        Map.of("a/r", "self.version"),
                        Map.of("a/p", "1"),
                        List.of("bin/x"),
                        new ComposerPackage.Origin("zip", "u", "r", "s"),
                        new ComposerPackage.Origin("git", "g", "q", null),
                        "2026",
                        "../a/b",
                        true));
    }

    @Test
    void fieldsOfOtherShapesCountAsAbsentOrAsOne() throws IOException {
        ComposerPackage found = read("""
            [{"name":1,"version":[],"license":"MIT","bin":"x","require":[],"authors":{},"dist":null,"install-path":null}]
            """).packages().get(0);
        assertThat(found.name()).isNull();
        assertThat(found.licenses()).containsExactly("MIT");
        assertThat(found.programs()).containsExactly("x");
        assertThat(found.requires()).isEmpty();
        assertThat(found.dist()).isNull();
        assertThat(found.hasInstallPath()).isTrue();
        assertThat(found.installPath()).isNull();
    }

    @Test
    void otherThingsAreRefused() {
        for (String text : new String[] {"", "1", "[{", "{\"packages\":[{\"name\":\"a/b\"", "[".repeat(100_000)}) {
            assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(IOException.class);
        }
    }

    private static ComposerInstallation read(String json) throws IOException {
        return InstalledJsonReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
