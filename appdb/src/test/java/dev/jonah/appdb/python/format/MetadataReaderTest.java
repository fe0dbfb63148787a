package dev.jonah.appdb.python.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetadataReaderTest {
    private static MetadataReader reader(String text) {
        return new MetadataReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.defaults());
    }

    private static List<MetadataField> read(MetadataReader reader) throws IOException {
        List<MetadataField> fields = new ArrayList<>();
        MetadataField field;
        while ((field = reader.read()) != null) {
            fields.add(field);
        }
        return fields;
    }

    private static List<MetadataField> read(String text) throws IOException {
        return read(reader(text));
    }

    @Test
    void keepsRepeatedFieldsInOrder() throws IOException {
        assertThat(read("Name: a\nClassifier: x\nClassifier:y \n"))
                .containsExactly(
                        new MetadataField("Name", "a"),
                        new MetadataField("Classifier", "x"),
                        new MetadataField("Classifier", "y"));
    }

    @Test
    void continuesWithBlanksAndTabs() throws IOException {
        assertThat(read("License: MIT\n        line\n\ttab\nName: a"))
                .containsExactly(
                        new MetadataField("License", "MIT\n        line\n\ttab"), new MetadataField("Name", "a"));
    }

    @Test
    void endsBeforeTheDescription() throws IOException {
        assertThat(read("Name: a\r\n\r\nVersion: 1\r\n")).containsExactly(new MetadataField("Name", "a"));
    }

    @Test
    void passesOverAByteOrderMarkAndAnEmptyFirstLine() throws IOException {
        assertThat(read("\ufeffName: a\n")).containsExactly(new MetadataField("Name", "a"));
        assertThat(read("\nName: a\n")).containsExactly(new MetadataField("Name", "a"));
    }

    @Test
    void countsLinesThatAreNoFieldsAndGoesOn() throws IOException {
        MetadataReader reader = reader(" x\nName: a\nbroken\n: y\nVersion: 1\n");

        assertThat(read(reader)).containsExactly(new MetadataField("Name", "a"), new MetadataField("Version", "1"));
        assertThat(reader.malformedLines()).isEqualTo(3);
    }

    @Test
    void everyPrefixCanBeRead() throws IOException {
        String text = "\ufeffName: a\n b\nx\nVersion: 1\n\nbody\n";

        for (int i = 0; i <= text.length(); i++) {
            assertThat(read(text.substring(0, i))).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void refusesAnEndlessLine() {
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 100).build();
        byte[] text = "Name: ".concat("x".repeat(200)).getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> new MetadataReader(new ByteArrayInputStream(text), limits).read())
                .isInstanceOf(LimitExceededException.class);
    }
}
