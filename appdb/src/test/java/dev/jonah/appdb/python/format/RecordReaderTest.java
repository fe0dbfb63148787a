package dev.jonah.appdb.python.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
    private static final String EMPTY_SHA256 = "sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";

    private static RecordReader reader(String text) {
        return new RecordReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.defaults());
    }

    private static List<RecordRow> read(RecordReader reader) throws IOException {
        List<RecordRow> rows = new ArrayList<>();
        RecordRow row;
        while ((row = reader.read()) != null) {
            rows.add(row);
        }
        return rows;
    }

    private static RecordRow row(String path, String hash, String size, long line) {
        return new RecordRow(RawText.of(path), hash, size, line);
    }

    @Test
    void readsPathHashAndSize() throws IOException {
        assertThat(read(reader("a/b.py," + EMPTY_SHA256 + ",0\r\na/__pycache__/b.cpython-311.pyc,,\n")))
                .containsExactly(
                        row("a/b.py", EMPTY_SHA256, "0", 1), row("a/__pycache__/b.cpython-311.pyc", "", "", 2));
    }

    @Test
    void decodesTheDigest() {
        assertThat(row("a", EMPTY_SHA256, "0", 1).digest())
                .isEqualTo(Digest.compute(Digest.Algorithm.SHA256, new byte[0]));
    }

    @Test
    void decodesOtherAlgorithmsAndPadding() {
        assertThat(row("a", "SHA1=2jmj7l5rSw0yVb_vlWAYkK_YBwk=", "", 1).digest())
                .isEqualTo(Digest.compute(Digest.Algorithm.SHA1, new byte[0]));
    }

    @Test
    void decodesHexadecimalAsEarlyBuildersWroteIt() {
        assertThat(row("a", "sha256=E3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "0", 1)
                        .digest())
                .isEqualTo(Digest.compute(Digest.Algorithm.SHA256, new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sha256", "sha256=", "sha256=!!", "sha256=47DE", "blake2b=47DEQpj8HBSa", "=47DEQpj8HBSa"})
    void hasNoDigestWhereNoneCanBeRead(String hash) {
        assertThat(row("a", hash, "", 1).digest()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"12,12", "0,0", "'',-", "-1,-", "1e3,-", "9999999999999999999,-"})
    void sizeIsANumberOrUnknown(String size, Long bytes) {
        assertThat(row("a", "", size == null ? "-" : size, 1).bytes()).isEqualTo(bytes);
    }

    @Test
    void unquotesAsPythonDoes() throws IOException {
        assertThat(read(reader("\"a, b\",,\n\"say \"\"hi\"\"\",,\na\"b\",,\n\"a\"b,,\n")))
                .extracting(r -> r.path().toString())
                .containsExactly("a, b", "say \"hi\"", "a\"b\"", "ab");
    }

    @Test
    void aQuotedFieldGoesOnOverLineEnds() throws IOException {
        assertThat(read(reader("\"a\nb\",x,1\nc,,\n"))).containsExactly(row("a\nb", "x", "1", 2), row("c", "", "", 3));
    }

    @Test
    void columnsThatAreLeftOutAreEmpty() throws IOException {
        assertThat(read(reader("a\nb,x\n"))).containsExactly(row("a", "", "", 1), row("b", "x", "", 2));
    }

    @Test
    void countsMalformedRowsAndGoesOn() throws IOException {
        RecordReader reader = reader("\na,,,\n,,\nb,,\n\"open");

        assertThat(read(reader)).containsExactly(row("b", "", "", 4));
        assertThat(reader.malformedRows()).isEqualTo(3);
        assertThat(reader.firstMalformedLine()).isEqualTo(2);
    }

    @Test
    void keepsNamesThatAreNotUtf8() throws IOException {
        RecordReader reader =
                new RecordReader(new ByteArrayInputStream(new byte[] {(byte) 0xe9, ',', ',', '\n'}), Limits.defaults());

        assertThat(read(reader)).extracting(r -> r.path().latin1()).containsExactly("\u00e9");
    }

    @Test
    void everyPrefixCanBeRead() throws IOException {
        String text = "a/b.py," + EMPTY_SHA256 + ",0\n\"q\"\"\n,\",,\nc,,\n";

        for (int i = 0; i <= text.length(); i++) {
            assertThat(read(reader(text.substring(0, i)))).hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void refusesARowThatNeverEnds() {
        String text = "\"" + "x\n".repeat(200);
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 100).build();
        RecordReader reader =
                new RecordReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), limits);

        assertThatThrownBy(reader::read)
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("line-bytes");
    }
}
