package dev.jonah.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.support.StanzaReader.Field;
import dev.jonah.support.StanzaReader.Stanza;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StanzaReaderTest {
    @Test
    void emptyLinesSeparateStanzas() throws IOException {
        assertThat(read("\n\nA: 1\n\n \t\n\nA: 2\nB: 3", false))
                .containsExactly(
                        new Stanza(List.of(new Field("A", "1")), List.of()),
                        new Stanza(List.of(new Field("A", "2"), new Field("B", "3")), List.of()));
    }

    @Test
    void linesThatBeginWithABlankContinueTheField() throws IOException {
        assertThat(read("Description: short\n long\n .\n\t  more\nNext: x\n", false))
                .containsExactly(new Stanza(
                        List.of(new Field("Description", "short\nlong\n.\n  more"), new Field("Next", "x")),
                        List.of()));
    }

    @Test
    void repeatedFieldsAreKeptInOrder() throws IOException {
        Stanza stanza = read("Classifier: a\nName: n\nclassifier: b\n", false).get(0);
        assertThat(stanza.all("CLASSIFIER")).containsExactly("a", "b");
        assertThat(stanza.get("classifier")).isEqualTo("a");
        assertThat(stanza.get("none")).isNull();
    }

    @Test
    void emptyValuesAreKeptAndAreNoText() throws IOException {
        Stanza stanza = read("A:\nB:  \nC: x:y \n", false).get(0);
        assertThat(stanza.get("A")).isEmpty();
        assertThat(stanza.text("B")).isNull();
        assertThat(stanza.text("C")).isEqualTo("x:y");
    }

    @Test
    void commentsArePassedOverWhereAskedFor() throws IOException {
        String text = "A: 1\n# note: x\n 2\n";
        assertThat(read(text, true)).containsExactly(new Stanza(List.of(new Field("A", "1\n2")), List.of()));
        assertThat(read(text, false).get(0).fields()).containsExactly(new Field("A", "1"), new Field("# note", "x\n2"));
    }

    @Test
    void linesThatAreNoFieldAreNamed() throws IOException {
        assertThat(read(" lost\nA: 1\nnonsense\n: no name\nB: 2\n", false))
                .containsExactly(new Stanza(List.of(new Field("A", "1"), new Field("B", "2")), List.of(1L, 3L, 4L)));
    }

    @Test
    void carriageReturnsMakeNoDifference() throws IOException {
        assertThat(read("A: 1\r\n 2\r\n\r\nB: 3\r\n", false)).isEqualTo(read("A: 1\n 2\n\nB: 3\n", false));
    }

    @Test
    void theRestIsTheBodyOfAMessage() throws IOException {
        StanzaReader reader = reader("A: 1\n\nbody: x\r\n\nend", Limits.defaults(), false);
        assertThat(reader.read()).isNotNull();
        assertThat(reader.rest()).isEqualTo("body: x\n\nend\n");
        assertThat(reader.read()).isNull();
    }

    @Test
    void stanzasBeforeALineThatIsTooLongAreHandedOut() throws IOException {
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 10).build();
        StanzaReader reader = reader("A: 1\n\nB: " + "x".repeat(20), limits, false);
        assertThat(reader.read()).isEqualTo(new Stanza(List.of(new Field("A", "1")), List.of()));
        assertThatThrownBy(reader::read).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void stanzasOfBytesKeepEachByte() throws IOException {
        Stanza stanza =
                ofBytes("N: caf\u00c3\u00a9\n \u00e9\n", Limits.defaults()).read();
        assertThat(stanza).isNotNull();
        assertThat(stanza.get("N")).isEqualTo("caf\u00c3\u00a9\n\u00e9");
    }

    @Test
    void stanzasOfBytesEndAtLinesWithoutAnyByte() throws IOException {
        StanzaReader reader = ofBytes(" \nA: 1\n \nB: 2\u001a\n\u001a\nC: 3\n", Limits.defaults());
        assertThat(reader.read()).isEqualTo(new Stanza(List.of(new Field("A", "1\n"), new Field("B", "2")), List.of()));
        assertThat(reader.read()).isEqualTo(new Stanza(List.of(new Field("C", "3")), List.of()));
        assertThat(reader.read()).isNull();
    }

    @Test
    void stanzasOfBytesAreHandedOutAsFarAsTheyGo() throws IOException {
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 10).build();
        StanzaReader reader = ofBytes("A: 1\nB: " + "x".repeat(20), limits);
        assertThat(reader.read()).isEqualTo(new Stanza(List.of(new Field("A", "1")), List.of()));
        assertThatThrownBy(reader::read).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void stanzasWithoutEndAreBounded() {
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 1000).build();
        StanzaReader reader = reader("a:\n".repeat(10_000), limits, false);
        assertThatThrownBy(reader::read)
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("stanza");
    }

    private static StanzaReader ofBytes(String latin1, Limits limits) {
        return StanzaReader.ofBytes(
                new ByteArrayInputStream(latin1.getBytes(StandardCharsets.ISO_8859_1)), limits, false);
    }

    private static List<Stanza> read(String text, boolean comments) throws IOException {
        try (StanzaReader reader = reader(text, Limits.defaults(), comments)) {
            List<Stanza> all = new ArrayList<>();
            Stanza stanza;
            while ((stanza = reader.read()) != null) {
                all.add(stanza);
            }
            return all;
        }
    }

    private static StanzaReader reader(String text, Limits limits, boolean comments) {
        return new StanzaReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limits, comments);
    }
}
