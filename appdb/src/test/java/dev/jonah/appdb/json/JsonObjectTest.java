package dev.jonah.appdb.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonObjectTest {
    @Test
    void numbersKeepTheirText() throws IOException {
        assertThat(read("{\"a\": 1.10, \"b\": true, \"c\": null}").texts())
                .containsExactly(Map.entry("a", "1.10"), Map.entry("b", "true"));
    }

    @Test
    void whatIsOfAnotherKindCountsAsAbsent() throws IOException {
        JsonObject object = read("{\"a\": [1, {\"b\": 2}, [3]]}");
        assertThat(object.text("a")).isNull();
        assertThat(object.object("a").fields()).isEmpty();
        assertThat(object.texts("a")).containsExactly("1");
        assertThat(object.objects("a")).extracting(o -> o.text("b")).containsExactly("2");
    }

    @Test
    void commentsArePassedOver() throws IOException {
        assertThat(read("// first\n{/* second */ \"a\": \"b\"}").text("a")).isEqualTo("b");
    }

    @Test
    void aDocumentThatBreaksOffIsRefused() {
        assertThatThrownBy(() -> read("{\"a\": [1")).isInstanceOf(IOException.class);
    }

    @Test
    void moreThanAParserMayReadIsRefused() {
        Limits limits = Limits.builder().set(Limits.Name.PARSER_BYTES, 10).build();
        byte[] bytes = "{\"a\": \"0123456789\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> JsonObject.read(new ByteArrayInputStream(bytes), limits))
                .isInstanceOf(LimitExceededException.class);
    }

    private static JsonObject read(String json) throws IOException {
        return JsonObject.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Limits.defaults());
    }
}
