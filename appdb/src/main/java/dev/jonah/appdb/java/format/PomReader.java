package dev.jonah.appdb.java.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.XmlInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a {@code pom.xml} (Maven model 4.0.0) in one pass, without DTD and external entities. */
public final class PomReader {
    private static final int DEEPEST = 64;
    private static final String LICENSE = "project/licenses/license/";
    private static final String DEPENDENCY = "project/dependencies/dependency/";

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> group = new HashMap<>();
    private final List<String> licenses = new ArrayList<>();
    private final List<String> dependencies = new ArrayList<>();

    private PomReader() {}

    /**
     * What the file says.
     *
     * @throws IOException if it is no XML, or no project
     */
    public static Pom read(byte[] bytes) throws IOException {
        PomReader reader = new PomReader();
        XmlInput.read(new ByteArrayInputStream(bytes), Limits.defaults(), xml -> {
            reader.read(xml);
            return reader;
        });
        return reader.pom();
    }

    private void read(XMLStreamReader xml) throws XMLStreamException, IOException {
        List<String> path = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                path.add(xml.getLocalName());
                if (path.size() > DEEPEST || path.size() == 1 && !path.get(0).equals("project")) {
                    throw new IOException("it is no project of Maven");
                }
                text.setLength(0);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(String.join("/", path), text.toString().strip());
                path.remove(path.size() - 1);
                text.setLength(0);
            }
        }
    }

    private void end(String path, String text) {
        if (path.equals("project/licenses/license")) {
            String license = group.getOrDefault("name", group.getOrDefault("url", ""));
            if (!license.isEmpty()) {
                licenses.add(license);
            }
            group.clear();
        } else if (path.equals("project/dependencies/dependency")) {
            dependencies.add(dependency());
            group.clear();
        } else if (path.startsWith(LICENSE) || path.startsWith(DEPENDENCY)) {
            String field = path.substring((path.startsWith(LICENSE) ? LICENSE : DEPENDENCY).length());
            // Not what lies deeper: exclusions have coordinates too.
            if (field.indexOf('/') < 0) {
                group.put(field, text);
            }
        } else if (path.indexOf('/') == path.lastIndexOf('/')
                || path.startsWith("project/parent/")
                || path.equals("project/scm/url")) {
            texts.putIfAbsent(path, text);
        }
    }

    private String dependency() {
        StringBuilder out = new StringBuilder(group.getOrDefault("groupId", ""))
                .append(':')
                .append(group.getOrDefault("artifactId", ""));
        if (group.containsKey("version")) {
            out.append(':').append(group.get("version"));
        }
        List<String> notes = new ArrayList<>();
        for (String key : List.of("type", "classifier", "scope")) {
            if (group.containsKey(key)) {
                notes.add(group.get(key));
            }
        }
        if ("true".equals(group.get("optional"))) {
            notes.add("optional");
        }
        return notes.isEmpty()
                ? out.toString()
                : out.append(" (").append(String.join(", ", notes)).append(')').toString();
    }

    private Pom pom() {
        Coordinates parent = texts.containsKey("project/parent/artifactId") ? coordinates("project/parent/") : null;
        Coordinates own = coordinates("project/");
        Coordinates effective = parent == null
                ? own
                : new Coordinates(
                        own.group() != null || texts.containsKey("project/groupId") ? own.group() : parent.group(),
                        own.artifact(),
                        own.version() != null || texts.containsKey("project/version")
                                ? own.version()
                                : parent.version());
        return new Pom(
                effective,
                parent,
                text("project/name"),
                text("project/description"),
                text("project/url"),
                text("project/scm/url"),
                licenses,
                dependencies);
    }

    private Coordinates coordinates(String prefix) {
        return new Coordinates(
                texts.get(prefix + "groupId"), texts.get(prefix + "artifactId"), texts.get(prefix + "version"));
    }

    private @Nullable String text(String path) {
        String value = texts.get(path);
        return value == null || value.isEmpty() || Placeholders.isOne(value) ? null : value;
    }
}
