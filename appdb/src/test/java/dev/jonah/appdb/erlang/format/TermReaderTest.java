package dev.jonah.appdb.erlang.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.erlang.format.Term.Atom;
import dev.jonah.appdb.erlang.format.Term.Numeral;
import dev.jonah.appdb.erlang.format.Term.Sequence;
import dev.jonah.appdb.erlang.format.Term.Text;
import dev.jonah.appdb.erlang.format.Term.Tuple;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "atom_1@host | atom_1@host",
                "'Elixir.Greet' | Elixir.Greet",
                "'it\\'s' | it's",
                "\"text\\n\\x41\\x{e9}\\101\" | `text\nAéA`",
                "\"in \" \"parts\" | in parts",
                "<<\"binary\">> | binary",
                "<<\"größe\"/utf8>> | größe",
                "<<>> | ``"
            })
    void textsAreRead(String source, String text) throws IOException {
        assertThat(read(source + ".\n").terms()).extracting(Term::text).containsExactly(text);
    }

    @Test
    void otherTermsAreRead() throws IOException {
        TermReader.Result read = read("% comment\n{a, [1.5, -2, 16#ff, $a, $\\n], #{k => \"v\"}}. b.");
        assertThat(read.complete()).isTrue();
        assertThat(read.terms())
                .containsExactly(
                        new Tuple(List.of(
                                new Atom("a"),
                                new Sequence(List.of(
                                        new Numeral("1.5"),
                                        new Numeral("-2"),
                                        new Numeral("16#ff"),
                                        new Numeral("a"),
                                        new Numeral("n"))),
                                new Sequence(List.of(new Tuple(List.of(new Atom("k"), new Text("v"))))))),
                        new Atom("b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fun() -> ok end.", "{b", "[b.", "\"b", "Variable.", "b", "<<1,2>>."})
    void whatIsNoTermEndsReading(String source) throws IOException {
        TermReader.Result read = read("a.\n" + source);
        assertThat(read.complete()).isFalse();
        assertThat(read.terms()).containsExactly(new Atom("a"));
    }

    @Test
    void deepTermsAreRefused() throws IOException {
        assertThat(read("[".repeat(100_000)).complete()).isFalse();
    }

    private static TermReader.Result read(String source) throws IOException {
        return TermReader.read(new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)), Limits.defaults());
    }
}
