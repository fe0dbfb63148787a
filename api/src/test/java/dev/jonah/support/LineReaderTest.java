package dev.jonah.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void linesEndAtALineFeedWithOrWithoutCarriageReturn() throws IOException {
        assertThat(lines("a\nb\r\n\nc\rd\r\r\n", Limits.defaults())).containsExactly("a", "b", "", "c\rd\r");
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(lines("a\nb", Limits.defaults())).containsExactly("a", "b");
        assertThat(lines("a\nb\r", Limits.defaults())).containsExactly("a", "b");
    }

    @Test
    void anEmptyInputHasNoLine() throws IOException {
        assertThat(lines("", Limits.defaults())).isEmpty();
    }

    @Test
    void linesAcrossBuffersAreWhole() throws IOException {
        Random random = new Random(9);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            expected.add("x".repeat(random.nextInt(3000)) + i);
        }
        assertThat(lines(String.join("\n", expected) + "\n", Limits.defaults())).isEqualTo(expected);
    }

    @Test
    void aStreamThatGivesSingleBytesIsReadToItsEnd() throws IOException {
        InputStream drops = new ByteArrayInputStream(bytes("ab\ncd\n")) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(1, length));
            }
        };
        assertThat(all(new LineReader(drops, Limits.defaults()))).containsExactly("ab", "cd");
    }

    @Test
    void bytesThatAreNoTextAreKept() throws IOException {
        LineReader reader = reader(new byte[] {'a', (byte) 0xff, 0, '\n'}, Limits.defaults());
        assertThat(reader.readLine()).isEqualTo(RawText.of(new byte[] {'a', (byte) 0xff, 0}));
    }

    @Test
    void linesAreCounted() throws IOException {
        LineReader reader = reader(bytes("a\n\nb"), Limits.defaults());
        assertThat(reader.lineNumber()).isZero();
        all(reader);
        assertThat(reader.lineNumber()).isEqualTo(3);
    }

    @Test
    void aLineMayBeAsLongAsTheLimitAndNoLonger() throws IOException {
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 5).build();
        assertThat(lines("12345\n12345", limits)).containsExactly("12345", "12345");
        LineReader reader = reader(bytes("ok\n123456\n"), limits);
        assertThat(reader.readText()).isEqualTo("ok");
        assertThatThrownBy(reader::readText)
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("line-bytes = 5");
    }

    @Test
    void anEndlessLineTakesNoMoreMemoryThanTheLimit() {
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 100_000).build();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }
        };
        assertThatThrownBy(() -> new LineReader(endless, limits).readLine()).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void linesBeforeTheLimitOfTheWholeAreStillHandedOut() throws IOException {
        Limits limits = Limits.builder().set(Limits.Name.PARSER_BYTES, 6).build();
        assertThat(lines("12\n45\n", limits)).containsExactly("12", "45");
        LineReader reader = reader(bytes("12\n45\n7"), limits);
        assertThat(reader.readText()).isEqualTo("12");
        assertThat(reader.readText()).isEqualTo("45");
        assertThatThrownBy(reader::readText)
                .isInstanceOf(LimitExceededException.class)
                .satisfies(e -> assertThat(((LimitExceededException) e).limit()).isEqualTo(Limits.Name.PARSER_BYTES));
    }

    @Test
    void skippingTellsTheLengthAndCounts() throws IOException {
        LineReader reader = reader(bytes("ab\r\n\nlast"), Limits.defaults());
        assertThat(reader.skipLine()).isEqualTo(2);
        assertThat(reader.skipLine()).isZero();
        assertThat(reader.peek()).isEqualTo('l');
        assertThat(reader.skipLine()).isEqualTo(4);
        assertThat(reader.skipLine()).isEqualTo(-1);
        assertThat(reader.peek()).isEqualTo(-1);
        assertThat(reader.lineNumber()).isEqualTo(3);
    }

    @Test
    void skippingAndReadingAgreeWhereverTheBufferEnds() throws IOException {
        for (int length = 16 * 1024 - 3; length <= 16 * 1024 + 3; length++) {
            String text = "x".repeat(length) + "\r\nnext";
            LineReader skipping = reader(bytes(text), Limits.defaults());
            assertThat(skipping.skipLine()).isEqualTo(length);
            assertThat(skipping.readText()).isEqualTo("next");
            assertThat(lines(text, Limits.defaults())).containsExactly("x".repeat(length), "next");
        }
    }

    @Test
    void aSkippedLineKeepsToTheLimitsToo() {
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 3).build();
        assertThatThrownBy(() -> reader(bytes("1234"), limits).skipLine()).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void carriageReturnsAreKeptWhereAskedFor() throws IOException {
        LineReader reader = LineReader.untilLineFeed(new ByteArrayInputStream(bytes("a\r\nb\r\nc")), Limits.defaults());
        assertThat(reader.readText()).isEqualTo("a\r");
        assertThat(reader.skipLine()).isEqualTo(2);
        assertThat(reader.readText()).isEqualTo("c");
    }

    @Test
    void closingClosesTheStream() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        new LineReader(
                        new ByteArrayInputStream(new byte[0]) {
                            @Override
                            public void close() {
                                closed.set(true);
                            }
                        },
                        Limits.defaults())
                .close();
        assertThat(closed).isTrue();
    }

    private static List<String> lines(String text, Limits limits) throws IOException {
        return all(reader(bytes(text), limits));
    }

    private static List<String> all(LineReader reader) throws IOException {
        List<String> lines = new ArrayList<>();
        String line;
        while ((line = reader.readText()) != null) {
            lines.add(line);
        }
        return lines;
    }

    private static LineReader reader(byte[] bytes, Limits limits) {
        return new LineReader(new ByteArrayInputStream(bytes), limits);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
