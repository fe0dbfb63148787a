package dev.jonah.appdb.php.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.testkit.RealTool;
import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhpSerializedReaderTest {
    @Test
    void everyKindOfValueIsRead() throws IOException {
        assertThat(read(
                        "a:8:{i:0;N;i:1;b:1;s:1:\"t\";s:3:\"a\"b\";i:-7;i:42;i:2;d:1.5;i:3;a:0:{}i:4;O:1:\"C\":1:{s:1:\"p\";i:1;}"
                                + "i:5;R:2;}"))
                .hasToString("{0=null, 1=true, t=a\"b, -7=42, 2=1.5, 3={}, 4={p=1}, 5=null}");
    }

    @Test
    void whatPhpWritesIsRead() throws IOException {
        String written = RealTool.named("php")
                .run(
                        "-r",
                        "$o = new stdClass; $o->x = 'é'; echo serialize(['a' => [1, 2.5, true, null], 'o' => $o, 'r'"
                                + " => &$o]);")
                .succeeded();
        assertThat(PhpSerializedReader.read(
                        new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)), Limits.defaults()))
                .hasToString("{a={0=1, 1=2.5, 2=true, 3=null}, o={x=é}, r=null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "i:1",
                "s:5:\"a\";",
                "s:-1:\"\";",
                "s:99999999999:\"\";",
                "a:1:{",
                "a:1:{i:0;}",
                "a:1:{N;N;}",
                "a:1:{a:0:{}N;}",
                "N",
                "i:",
                "C:1:\"x\":0:{}",
                "s:1:\"ab\";"
            })
    void malformedValuesAreRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
    }

    @Test
    void deepNestingAndManyBytesAreRefused() {
        assertThatThrownBy(() -> read("a:1:{i:0;".repeat(100_000))).hasMessageContaining("deep");
        Limits limits = Limits.builder().set(Limits.Name.PARSER_BYTES, 1).build();
        assertThatThrownBy(() -> PhpSerializedReader.read(new ByteArrayInputStream(new byte[2]), limits))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void bytesOfTextsAreKept() throws IOException {
        Object value = read("a:1:{s:1:\"\u00ff\";N;}");
        assertThat(value).isEqualTo(Collections.singletonMap(RawText.ofLatin1("\u00ff"), null));
    }

    private static Object read(String latin1) throws IOException {
        Object value = PhpSerializedReader.read(
                new ByteArrayInputStream(latin1.getBytes(StandardCharsets.ISO_8859_1)), Limits.defaults());
        return value == null ? "null" : value;
    }
}
