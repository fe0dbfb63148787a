package dev.jonah.declared.format;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element of XML with all that is in it. Immutable.
 *
 * @param name without its prefix
 * @param attributes by name without prefix
 * @param children in the order of the document
 * @param text its own, without blanks around it
 */
public record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children, String text) {
    /** Copies map and list. */
    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** The first child of this name, or null. */
    public @Nullable XmlElement child(String childName) {
        for (XmlElement child : children) {
            if (child.name.equals(childName)) {
                return child;
            }
        }
        return null;
    }

    /** The text of the first child of this name, or null if there is none or it is empty. */
    public @Nullable String text(String childName) {
        XmlElement child = child(childName);
        return child == null || child.text.isEmpty() ? null : child.text;
    }

    /** The children of the first child of this name; empty if there is none. */
    public List<XmlElement> in(String childName) {
        XmlElement child = child(childName);
        return child == null ? List.of() : child.children;
    }
}
