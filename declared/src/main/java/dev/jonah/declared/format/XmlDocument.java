package dev.jonah.declared.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.XmlInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML piece by piece, without document type definitions and external entities. */
public final class XmlDocument {
    private static final int DEEPEST = 200;
    private static final int MOST = 500_000;

    private final XMLStreamReader xml;
    private int elements;

    private XmlDocument(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Takes one element. */
    @FunctionalInterface
    public interface Part {
        /**
         * Takes the element whose parents are named, from the root down and joined by slashes.
         *
         * @throws IOException to end reading
         */
        void take(String parents, XmlElement element) throws IOException;
    }

    /**
     * Hands over the elements of the document one by one: the root without what is in it, with its namespace as {@code xmlns}
     * and no parents; then its children, and those of elements that are to be walked. {@code in} is closed.
     *
     * @param root the name that the root must have
     * @param walked paths of elements to walk, from the root down, joined by slashes
     * @throws IOException if it is no XML, has another root, or is beyond the limits; what was handed over before that counts
     */
    public static void read(InputStream in, Limits limits, String root, Set<String> walked, Part out)
            throws IOException {
        XmlInput.read(in, limits, xml -> {
            xml.nextTag();
            if (!xml.getLocalName().equals(root)) {
                throw new IOException("it begins with '" + xml.getLocalName() + "' and not with '" + root + "'");
            }
            XmlDocument document = new XmlDocument(xml);
            Map<String, String> attributes = document.attributes();
            attributes.put("xmlns", String.valueOf(xml.getNamespaceURI()));
            out.take("", new XmlElement(root, attributes, List.of(), ""));
            document.walk(root, walked, out);
            return root;
        });
    }

    private void walk(String path, Set<String> walked, Part out) throws XMLStreamException, IOException {
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                String inner = path + "/" + xml.getLocalName();
                if (walked.contains(inner)) {
                    walk(inner, walked, out);
                } else {
                    elements = 0;
                    out.take(path, element(0));
                }
            }
        }
    }

    private XmlElement element(int depth) throws XMLStreamException, IOException {
        if (depth > DEEPEST) {
            throw new IOException("it nests more than " + DEEPEST + " levels");
        }
        if (++elements > MOST) {
            throw new IOException("one part of it has more than " + MOST + " elements");
        }
        String name = xml.getLocalName();
        Map<String, String> attributes = attributes();
        List<XmlElement> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new IOException("it breaks off");
            }
        }
        return new XmlElement(name, attributes, children, text.toString().strip());
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return attributes;
    }
}
