package dev.jonah.declared.sbom.format;

import dev.jonah.declared.format.Value;
import dev.jonah.declared.format.XmlDocument;
import dev.jonah.declared.format.XmlElement;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads XML of CycloneDX by turning its elements into what they are in JSON. */
final class CycloneDxXml {
    private static final String NAMESPACE = "http://cyclonedx.org/schema/bom/";

    /** Elements that hold a list of others, which in JSON is a list too. */
    private static final Set<String> LISTS = Set.of(
            "components", "hashes", "licenses", "externalReferences", "authors", "tools", "services", "properties");

    private final BomBuilder bom;
    private final CycloneDx json;

    private CycloneDxXml(BomBuilder bom) {
        this.bom = bom;
        this.json = new CycloneDx(bom);
    }

    static void read(InputStream in, Limits limits, BomBuilder bom) throws IOException {
        CycloneDxXml reader = new CycloneDxXml(bom);
        XmlDocument.read(in, limits, "bom", Set.of("bom/components", "bom/dependencies"), reader::part);
    }

    private void part(String parents, XmlElement element) throws IOException {
        String namespace = element.attributes().get("xmlns");
        if (parents.isEmpty() && namespace != null && namespace.startsWith(NAMESPACE)) {
            // Others call their documents "bom" too.
            bom.format = "CycloneDX";
            bom.version = namespace.substring(NAMESPACE.length());
        } else if (parents.equals("bom/components") && element.name().equals("component")) {
            json.component(value(element), null, 0);
        } else if (parents.equals("bom/dependencies")) {
            for (XmlElement needed : element.children()) {
                bom.depends(element.attributes().get("ref"), needed.attributes().get("ref"));
            }
        } else if (parents.equals("bom") && element.name().equals("metadata")) {
            json.metadata(value(element));
        }
    }

    private static Value value(XmlElement element) {
        if (LISTS.contains(element.name()) && !isToolsObject(element)) {
            List<Value> items = new ArrayList<>();
            for (XmlElement child : element.children()) {
                items.add(item(element.name(), child));
            }
            return new Value.Items(items);
        }
        if (element.children().isEmpty() && element.attributes().isEmpty()) {
            return Value.of(element.text());
        }
        return new Value.Fields(fields(element));
    }

    /** Since 1.5 tools may be components and services. */
    private static boolean isToolsObject(XmlElement element) {
        return element.name().equals("tools") && element.child("tool") == null;
    }

    private static Value item(String list, XmlElement child) {
        Map<String, Value> fields = fields(child);
        if (list.equals("hashes")) {
            fields.put("content", Value.of(child.text()));
        } else if (list.equals("licenses")) {
            // <license>…</license> is {"license": {…}}, <expression>…</expression> is {"expression": "…"}.
            Value inner = child.name().equals("expression") ? Value.of(child.text()) : new Value.Fields(fields);
            Map<String, Value> choice = new LinkedHashMap<>();
            choice.put(child.name(), inner);
            return new Value.Fields(choice);
        }
        return new Value.Fields(fields);
    }

    private static Map<String, Value> fields(XmlElement element) {
        Map<String, Value> fields = new LinkedHashMap<>();
        element.attributes().forEach((name, text) -> fields.put(name, Value.of(text)));
        element.children().forEach(child -> fields.putIfAbsent(child.name(), value(child)));
        return fields;
    }
}
