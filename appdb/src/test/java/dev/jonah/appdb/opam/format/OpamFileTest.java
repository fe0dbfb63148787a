package dev.jonah.appdb.opam.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpamFileTest {
    @Test
    void fieldsOfAllKindsAreRead() throws IOException {
        OpamFile file = read("""
            opam-version: "2.0" # comment
            (* another
               comment *)
            description: \"""\\
            One "line"
            two\"""
            flags: light-uninstall
            depends: [
              "a" {>= "1" & (os = "linux" | build)}
              ("b" | "c" {= "2"})
            ]
            build: [["make" "-j" jobs] {with-test}]
            url { src: "https://x.example" checksum: ["md5=00" "sha256=11"] }
            extra-source "x.patch" { src: "https://y.example" }
            """);
        assertThat(file.complete()).isTrue();
        assertThat(file.text("opam-version")).isEqualTo("2.0");
        assertThat(file.text("description")).isEqualTo("One \"line\"\ntwo");
        assertThat(file.text("flags")).isEqualTo("light-uninstall");
        assertThat(file.texts("depends")).containsExactly("a", "b", "c");
        assertThat(file.values("depends").get(0).options()).isEqualTo(">= \"1\" & ( os = \"linux\" | build )");
        assertThat(file.texts("url.checksum")).containsExactly("md5=00", "sha256=11");
        assertThat(file.text("extra-source.src")).isEqualTo("https://y.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b: [", "b: \"x", "b: ]", "\"x", "b", "s { c: \"d\"", "b: \"x\" {y"})
    void whatIsMalformedEndsReading(String text) throws IOException {
        OpamFile file = read("a: \"before\"\n" + text);
        assertThat(file.complete()).isFalse();
        assertThat(file.text("a")).isEqualTo("before");
    }

    @Test
    void deepListsAreRefused() throws IOException {
        assertThat(read("a: " + "[".repeat(100_000)).complete()).isFalse();
    }

    private static OpamFile read(String text) throws IOException {
        return OpamFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.defaults());
    }
}
