package dev.jonah.support;

import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML (1.0) of files that nobody vouches for: document type definitions and external entities are refused or passed
 * over, nothing outside of the file is ever looked up, bytes are bounded by {@link Limits.Name#PARSER_BYTES}, and nothing is
 * written to the streams of the host. Whoever reads bounds depth and number of elements itself.
 */
public final class XmlInput {
    private XmlInput() {}

    /** Reads one document. */
    @FunctionalInterface
    public interface Body<T> {
        /**
         * Reads what it wants; {@code xml} is at the start of the document and hands text over in one piece.
         *
         * @throws XMLStreamException if the reader does
         * @throws IOException to end reading
         */
        T read(XMLStreamReader xml) throws XMLStreamException, IOException;
    }

    /**
     * What {@code body} makes of a document; {@code in} is closed. Its encoding is the one that a byte order mark or the
     * document states, else UTF-8; a byte that is none of UTF-8 stands for the character of that number, since many write
     * Latin-1 and do not say so.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if it is longer than the limit
     * @throws IOException if it is no XML or cannot be read, or {@code body} ends reading
     */
    public static <T> T read(InputStream in, Limits limits, Body<T> body) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Else the parser of Java writes of some mistakes to the standard error stream.
        factory.setXMLReporter((message, kind, information, location) -> {});
        try (InputStream bounded = new BoundedInput(in, limits, "the document")) {
            // Characters and not bytes: of malformed ones, too, it would write there.
            XMLStreamReader xml = factory.createXMLStreamReader(XmlText.of(bounded));
            try {
                return body.read(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException reason) {
                throw reason;
            }
            throw new IOException("it is no XML: " + firstLine(e), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            // The parser of Java throws several kinds of these on malformed input.
            throw new IOException("it is no XML: " + e, e);
        }
    }

    private static String firstLine(XMLStreamException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
