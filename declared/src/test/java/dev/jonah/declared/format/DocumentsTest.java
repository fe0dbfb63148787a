package dev.jonah.declared.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private final List<String> taken = new ArrayList<>();
    private final Outline outline = new Outline()
            .whole(value -> taken.add("version " + value.text()), "version")
            .each((key, value) -> taken.add(key + " " + value.text("v")), "packages");

    @Test
    void versionsKeepTheirText() throws IOException {
        JsonDocument.read(in("{\"version\": 1.10, \"packages\": {\"a\": {\"v\": 1.0e2}}}"), Limits.defaults(), outline);
        YamlDocument.read(in("version: 1.10\npackages:\n  a: {v: 012}\n"), Limits.defaults(), outline);
        TomlDocument.read(in("version = 1.10\n[[packages]]\nv = 1_000\n"), Limits.defaults(), outline);
        assertThat(taken)
                .containsExactly("version 1.10", "a 1.0e2", "version 1.10", "a 012", "version 1.10", "* 1_000");
    }

    @Test
    void nothingIsNoText() throws IOException {
        JsonDocument.read(in("{\"version\": null}"), Limits.defaults(), outline);
        YamlDocument.read(in("version: ~\npackages: {a: {v: 'null'}}"), Limits.defaults(), outline);
        assertThat(taken).containsExactly("version null", "version null", "a null");
    }

    @Test
    void whatCameBeforeTheDamageIsHandedOver() {
        assertThatThrownBy(() -> JsonDocument.read(
                        in("{\"packages\": {\"a\": {\"v\": \"1\"}, \"b\": {\"v\": "), Limits.defaults(), outline))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(
                        () -> YamlDocument.read(in("packages:\n  c: {v: 2}\n  d: {v: ["), Limits.defaults(), outline))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TomlDocument.read(
                        in("[[packages]]\nv = '3'\n[[packages]]\nv = '4"), Limits.defaults(), outline))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 4");
        assertThat(taken).containsExactly("a 1", "c 2", "* 3");
    }

    @Test
    void nestedTablesBeforeTheDamageAreHandedOverToo() {
        Outline nested = new Outline()
                .each((key, value) -> taken.add(key + " " + value.items().size()), "deps")
                .each((key, value) -> taken.add(key + " " + value.text()), "other");
        assertThatThrownBy(() -> TomlDocument.read(
                        in(
                                "[other]\nx = 1\n[[deps.a]]\nv = 1\n[[deps.b]]\nv = 1\n[[deps.b]]\nv = 2\n[deps.b.in]\nw = '"),
                        Limits.defaults(),
                        nested))
                .hasMessageContaining("line 10");
        assertThat(taken).containsExactly("x 1", "a 1", "b 1");
    }

    @Test
    void everyDocumentOfAStreamIsRead() throws IOException {
        YamlDocument.read(in("---\nversion: 1\n---\nversion: 2\n"), Limits.defaults(), outline);
        assertThat(taken).containsExactly("version 1", "version 2");
    }

    @Test
    void anAliasIsRefused() {
        assertThatThrownBy(
                        () -> YamlDocument.read(in("x: &a [1]\npackages:\n  b: {v: *a}\n"), Limits.defaults(), outline))
                .hasMessageContaining("alias at line 3");
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "[".repeat(100_000);
        assertThatThrownBy(() -> JsonDocument.read(in("{\"packages\": {\"a\": " + deep), Limits.defaults(), outline))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> YamlDocument.read(in("packages: {a: " + deep), Limits.defaults(), outline))
                .hasMessageContaining("nests");
        assertThatThrownBy(() -> TomlDocument.read(in("version = " + deep), Limits.defaults(), outline))
                .hasMessageContaining("nests");
        assertThatThrownBy(() -> TomlDocument.read(in("x" + ".x".repeat(100_000)), Limits.defaults(), outline))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> XmlDocument.read(
                        in("<a>" + "<b>".repeat(100_000)), Limits.defaults(), "a", Set.of(), (parents, element) -> {}))
                .hasMessageContaining("nests");
    }

    @Test
    void thePartThatIsSkippedIsBoundedToo() {
        String deep = "[".repeat(100_000);
        assertThatThrownBy(() -> JsonDocument.read(in("{\"other\": " + deep), Limits.defaults(), outline))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> YamlDocument.read(in("other: " + deep), Limits.defaults(), outline))
                .hasMessageContaining("nests");
    }

    @Test
    void theLimitOfBytesIsKept() {
        Limits limits = Limits.builder().set(Limits.Name.PARSER_BYTES, 40).build();
        String json = "{\"version\": 1, \"packages\": {\"a\": {\"v\": 1}, \"b\": {\"v\": 2}}}";
        assertThatThrownBy(() -> JsonDocument.read(in(json), limits, outline))
                .isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> YamlDocument.read(in("version: 1\nother: " + "x".repeat(40)), limits, outline))
                .isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> TomlDocument.read(in("version = 1\n#" + "x".repeat(40)), limits, outline))
                .isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> XmlDocument.read(
                        in("<a>" + "<b></b>".repeat(40) + "</a>"), limits, "a", Set.of(), (parents, element) -> {}))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void entitiesOfADocumentTypeAreNotFilledIn() throws IOException {
        List<String> texts = new ArrayList<>();
        String xml = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a><b>x&e;</b></a>";
        try {
            XmlDocument.read(
                    in(xml), Limits.defaults(), "a", Set.of(), (parents, element) -> texts.add(element.text()));
        } catch (IOException e) {
            texts.add("refused");
        }
        assertThat(texts).last().isIn("x", "refused");
        assertThat(String.join("", texts)).doesNotContain("root");
    }

    @Test
    void xmlIsReadInTheEncodingThatItDeclares() throws IOException {
        List<String> texts = new ArrayList<>();
        XmlDocument.Part part = (parents, element) -> texts.add(element.text());
        String xml = "<?xml version=\"1.0\" encoding=\"%s\"?><a><b>\u00e9</b></a>";
        for (String encoding : new String[] {"UTF-8", "ISO-8859-1", "UTF-16"}) {
            byte[] bytes = xml.formatted(encoding).getBytes(encoding);
            XmlDocument.read(new ByteArrayInputStream(bytes), Limits.defaults(), "a", Set.of(), part);
        }
        assertThat(texts).containsExactly("", "\u00e9", "", "\u00e9", "", "\u00e9");
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
