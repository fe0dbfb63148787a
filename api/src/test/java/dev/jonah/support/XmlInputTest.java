package dev.jonah.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlInputTest {
    @ParameterizedTest
    @CsvSource({"UTF-8, UTF-8", "'', UTF-8", "ISO-8859-1, ISO-8859-1", "UTF-16, UTF-16", "'', ISO-8859-1", "none, UTF-8"
    })
    void textIsReadInTheEncodingThatItHas(String declared, String real) throws IOException {
        String encoding = declared.isEmpty() ? "" : " encoding='" + declared + "'";
        String xml = "<?xml version='1.0'" + encoding + "?><a>Ren\u00e9</a>";
        assertThat(texts(xml.getBytes(Charset.forName(real)))).isEqualTo("Ren\u00e9");
    }

    @Test
    void aByteOrderMarkIsNoText() throws IOException {
        assertThat(texts("\ufeff<a>x</a>".getBytes(StandardCharsets.UTF_8))).isEqualTo("x");
    }

    @Test
    void aSingleByteThatIsNoUtf8DoesNotSpoilTheOthers() throws IOException {
        byte[] bytes = "<a>\u20ac ? \ud83d\ude00</a>".getBytes(StandardCharsets.UTF_8);
        bytes[7] = (byte) 0xe9;
        assertThat(texts(bytes)).isEqualTo("\u20ac \u00e9 \ud83d\ude00");
    }

    @Test
    void charactersOnTheBorderOfAPieceAreWhole() throws IOException {
        String text = "\u20ac\ud83d\ude00".repeat(5000);
        assertThat(texts(("<a>" + text + "</a>").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(text);
    }

    @Test
    void whatADocumentTypeDefinesIsNotFilledIn() {
        String xml = "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'><!ENTITY f 'ffff'>]><a>x&e;&f;</a>";
        String read;
        try {
            read = texts(xml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            read = "refused";
        }
        assertThat(read).isIn("x", "refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "<a>", "<a></b>", "<a>&</a>", "<a \0>", "<?xml version='1.0' encoding='"})
    void whatIsNoXmlIsSaidToBeNone(String text) {
        assertThatThrownBy(() -> texts(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("it is no XML: ");
    }

    @Test
    void theLimitOfBytesIsKept() {
        Limits limits = Limits.builder().set(Limits.Name.PARSER_BYTES, 20).build();
        byte[] bytes = ("<a>" + "<b></b>".repeat(40) + "</a>").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> XmlInput.read(new ByteArrayInputStream(bytes), limits, XmlInputTest::text))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void whoReadsMayEndReading() {
        assertThatThrownBy(() -> XmlInput.read(
                        new ByteArrayInputStream("<a/>".getBytes(StandardCharsets.UTF_8)), Limits.defaults(), xml -> {
                            throw new IOException("enough");
                        }))
                .hasMessage("enough");
    }

    private static String texts(byte[] bytes) throws IOException {
        return XmlInput.read(new ByteArrayInputStream(bytes), Limits.defaults(), XmlInputTest::text);
    }

    private static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.CHARACTERS) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }
}
