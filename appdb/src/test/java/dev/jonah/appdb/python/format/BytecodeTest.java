package dev.jonah.appdb.python.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.appdb.python.Compiled;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BytecodeTest {
    @ParameterizedTest
    @CsvSource({
        "27, 2.7, 8",
        "36, 3.6, 12",
        "37, 3.7, 16",
        "38, 3.8, 16",
        "310, 3.10, 16",
        "311, 3.11, 16",
        "312, 3.12, 16",
        "313, 3.13, 16"
    })
    void headerTellsTheInterpreterAndTheSource(String tag, String python, int length) {
        BytecodeHeader header = BytecodeHeader.read(Compiled.file("cpython-" + tag));

        assertThat(header).isNotNull();
        assertThat(header.python()).hasToString(python);
        assertThat(header.length()).isEqualTo(length);
        assertThat(header.sourceTime()).isEqualTo(Compiled.SOURCE_TIME);
        assertThat(header.sourceSize()).isEqualTo(length < 12 ? null : (Long) (long) Compiled.source().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"27", "36", "37", "38", "310", "311", "312", "313"})
    void codeTellsItsSourceAndItsNames(String tag) throws IOException {
        byte[] file = Compiled.file("cpython-" + tag);
        BytecodeHeader header = BytecodeHeader.read(file);
        CodeSummary code = CodeSummary.read(header.python(), file, header.length());

        assertThat(code.fileName()).isEqualTo("/usr/lib/python/greet.py");
        assertThat(code.names()).contains("Greeter", "_Greeter__greet", "self", "name", "w", "__module__");
        assertThat(code.names()).doesNotContain("hello", "Says hello.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"27", "36", "38", "311", "313"})
    void everyPrefixOfTheCodeIsRefused(String tag) {
        byte[] file = Compiled.file("cpython-" + tag);
        BytecodeHeader header = BytecodeHeader.read(file);

        for (int i = header.length(); i < file.length; i++) {
            byte[] prefix = Arrays.copyOf(file, i);
            assertThatThrownBy(() -> CodeSummary.read(header.python(), prefix, header.length()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void bytesBehindTheCodeAreRefused() {
        byte[] file = Compiled.file("cpython-311");

        assertThatThrownBy(() -> CodeSummary.read(new PythonMagic(3, 11), Arrays.copyOf(file, file.length + 1), 16))
                .isInstanceOf(IOException.class)
                .hasMessage("1 bytes follow the code");
    }

    @Test
    void deepNestingIsRefused() {
        byte[] tuples = new byte[100_000];
        for (int i = 0; i < tuples.length; i += 2) {
            tuples[i] = ')';
            tuples[i + 1] = 1;
        }
        tuples[0] = 'c';

        assertThatThrownBy(() -> CodeSummary.read(new PythonMagic(3, 11), tuples, 0))
                .isInstanceOf(IOException.class);
    }

    @Test
    void unknownMagicNumbersAndFlagsAreNoHeader() {
        byte[] file = Compiled.file("cpython-311");

        assertThat(BytecodeHeader.read(new byte[0])).isNull();
        assertThat(BytecodeHeader.read(Arrays.copyOf(file, 15))).isNull();
        assertThat(BytecodeHeader.read(with(file, 1, 0x7f))).isNull();
        assertThat(BytecodeHeader.read(with(file, 2, 0))).isNull();
        assertThat(BytecodeHeader.read(with(file, 4, 4))).isNull();
    }

    /** Values that {@code _imp.source_hash} of the interpreters gave. */
    @ParameterizedTest
    @CsvSource({
        "420d0d0a, 0, 85ee0caabd83b6a7", "420d0d0a, 8, 4c1c3e8345b33d02", "420d0d0a, 8192, ab34e45543e92d68",
        "420d0d0a, 12803, 5c198d8727a06a37", "6f0d0d0a, 0, 8cc0cd2525e7fd27", "6f0d0d0a, 8, f3dc82f1450cade2",
        "6f0d0d0a, 8192, 3f5c8c177e50d946", "6f0d0d0a, 12803, fd8b89ecfee730a2", "a70d0d0a, 0, 738d9cd5d5e87f73",
        "a70d0d0a, 8, a705b39c25edd8a5", "a70d0d0a, 8192, 23f7577b1e9ee59c", "a70d0d0a, 12803, 6ccd45f1ec760c18",
        "f30d0d0a, 0, 27ec6d312f93b814", "f30d0d0a, 8, 688580b078b36f08", "f30d0d0a, 8192, b5b82e1c428450b1",
        "f30d0d0a, 12803, 5d5c791a6eacdd80"
    })
    void sourceHashIsThatOfPython(String magic, int length, String expected) throws IOException {
        byte[] start = HexFormat.of().parseHex(magic);
        PythonMagic python = PythonMagic.of(start);

        assertThat(SourceHash.compute(python, start, new ByteArrayInputStream(text(length))))
                .isEqualTo(Long.reverseBytes(Long.parseUnsignedLong(expected, 16)));
    }

    @Test
    void sourceHashOfAFuturePythonIsUnknown() throws IOException {
        assertThat(SourceHash.compute(new PythonMagic(3, 15), new byte[4], new ByteArrayInputStream(new byte[0])))
                .isNull();
    }

    private static byte[] text(int length) {
        byte[] text = new byte[length];
        if (length == 8) {
            return "abcdefgh".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        }
        for (int i = 0; i < length; i++) {
            text[i] = length == 8192 ? (byte) 'x' : (byte) i;
        }
        if (length == 12803) {
            System.arraycopy(new byte[] {'e', 'n', 'd'}, 0, text, 12800, 3);
        }
        return text;
    }

    private static byte[] with(byte[] file, int index, int value) {
        byte[] changed = file.clone();
        changed[index] = (byte) value;
        return changed;
    }
}
