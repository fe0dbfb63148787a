package dev.jonah.distro.detect.format;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentReaderTest {
    private static AssignmentReader reader(String text) {
        return new AssignmentReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.defaults());
    }

    private static List<Assignment> read(String text) throws IOException {
        List<Assignment> all = new ArrayList<>();
        AssignmentReader reader = reader(text);
        Assignment next;
        while ((next = reader.read()) != null) {
            all.add(next);
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '~', emptyValue = "", textBlock = """
        A=b                  ! b
        A="b c"              ! b c
        A='b c'              ! b c
        A="a\\"b\\$c\\\\d\\`e"  ! a"b$c\\d`e
        A="a\\nb"             ! a\\nb
        A='a\\"b'             ! a\\"b
        A=a"b c"'d e'f       ! ab cd ef
        A=a\\ b               ! a b
        A=""                 ! ~~
        A=                   ! ~~
        A=b # a comment      ! b
        A="b # none"         ! b # none
        A=b#c                ! b#c
        A=Arch Linux         ! Arch Linux
        A="b"  # a comment   ! b
        A= b                 ! b
        A=" b "              ! ~ b ~
        export A=b           ! b
        A=$HOME              ! $HOME
        """)
    void readsAsAShellWould(String line, String value) throws IOException {
        assertThat(read(line)).extracting(Assignment::name).containsExactly("A");
        assertThat(read(line)).extracting(Assignment::value).containsExactly(value);
    }

    @Test
    void passesOverCommentsBlanksAndAByteOrderMark() throws IOException {
        assertThat(read("\ufeff\r\n# A=1\r\n\r\n  B=2\r\n")).containsExactly(new Assignment("B", "2", 4, true));
    }

    @Test
    void handsOverRepeatedNamesInOrder() throws IOException {
        assertThat(read("A=1\nA=2")).extracting(Assignment::value).containsExactly("1", "2");
    }

    @Test
    void endsAnOpenQuoteWithItsLine() throws IOException {
        assertThat(read("A=\"b \nC=d"))
                .containsExactly(new Assignment("A", "b ", 1, false), new Assignment("C", "d", 2, true));
    }

    @Test
    void marksABackslashAtTheEnd() throws IOException {
        assertThat(read("A=b\\")).containsExactly(new Assignment("A", "b", 1, false));
    }

    @Test
    void countsLinesThatAreNoAssignments() throws IOException {
        AssignmentReader reader = reader("A=1\nroot:x:0\n1B=2\n=3\nC=4\n");
        while (reader.read() != null) {}

        assertThat(reader.malformedLines()).isEqualTo(3);
        assertThat(reader.firstMalformedLine()).isEqualTo(2);
    }

    @Test
    void everyPrefixCanBeRead() throws IOException {
        String text = "# c\nexport A=\"x\\\"y\"'z' # c\nNAME=\u00e4\\\\\nbroken\nB=\n";

        for (int i = 0; i <= text.length(); i++) {
            assertThat(read(text.substring(0, i))).hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void refusesAnEndlessLine() {
        byte[] line = "A=".concat("b".repeat(1000)).getBytes(StandardCharsets.US_ASCII);
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 100).build();

        assertThatThrownBy(() -> new AssignmentReader(new ByteArrayInputStream(line), limits).read())
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("line-bytes");
    }
}
