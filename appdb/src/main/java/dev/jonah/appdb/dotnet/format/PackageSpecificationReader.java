package dev.jonah.appdb.dotnet.format;

import dev.jonah.appdb.dotnet.format.PackageSpecification.Dependency;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads {@code .nuspec} files of any of their namespaces; nothing outside of the file is ever looked up. */
public final class PackageSpecificationReader {
    private static final int DEEPEST = 50;
    private static final int MOST_DEPENDENCIES = 10_000;
    /** What NuGet writes where the license is told in another way. */
    private static final String NO_LICENSE_URL = "https://aka.ms/deprecateLicenseUrl";

    private final Map<String, String> texts = new HashMap<>();
    private final Set<Dependency> dependencies = new LinkedHashSet<>();
    private @Nullable String repository;
    private @Nullable String commit;

    private PackageSpecificationReader() {}

    /**
     * What the file says.
     *
     * @throws IOException if it is no XML, or describes no package
     */
    public static PackageSpecification read(byte[] bytes) throws IOException {
        PackageSpecificationReader reader = new PackageSpecificationReader();
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            // Given bytes, Java's parser would write of malformed ones to the standard error stream.
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text(bytes)));
            try {
                reader.read(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new IOException("it is no XML: " + firstLine(e), e);
        } catch (RuntimeException e) {
            // The parser of Java throws several kinds of these on malformed input.
            throw new IOException("it is no XML: " + e, e);
        }
        return reader.specification();
    }

    /** In UTF-8, or UTF-16 with a byte order mark; the only encodings that NuGet writes. */
    private static String text(byte[] bytes) {
        boolean wide = bytes.length >= 2 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xfe + 0xff;
        String text = new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String firstLine(XMLStreamException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private void read(XMLStreamReader xml) throws XMLStreamException, IOException {
        List<String> path = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                path.add(xml.getLocalName());
                if (path.size() > DEEPEST || path.size() == 1 && !path.get(0).equals("package")) {
                    throw new IOException("it describes no package");
                }
                start(String.join("/", path), xml);
                text.setLength(0);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (path.size() == 3 && path.get(1).equals("metadata")) {
                    texts.putIfAbsent(path.get(2), text.toString().strip());
                }
                path.remove(path.size() - 1);
                text.setLength(0);
            }
        }
    }

    private void start(String path, XMLStreamReader xml) throws IOException {
        switch (path) {
            case "package/metadata/repository" -> {
                repository = xml.getAttributeValue(null, "url");
                commit = xml.getAttributeValue(null, "commit");
            }
            case "package/metadata/dependencies/dependency", "package/metadata/dependencies/group/dependency" -> {
                String id = xml.getAttributeValue(null, "id");
                if (id != null) {
                    dependencies.add(new Dependency(id, xml.getAttributeValue(null, "version")));
                }
                if (dependencies.size() > MOST_DEPENDENCIES) {
                    throw new IOException("more than " + MOST_DEPENDENCIES + " dependencies");
                }
            }
            default -> {
                // Told by its text, or not needed here.
            }
        }
    }

    private PackageSpecification specification() {
        String licenseUrl = text("licenseUrl");
        return new PackageSpecification(
                text("id"),
                text("version"),
                text("authors"),
                text("license"),
                NO_LICENSE_URL.equals(licenseUrl) ? null : licenseUrl,
                text("projectUrl"),
                repository,
                commit,
                text("description"),
                List.copyOf(dependencies));
    }

    private @Nullable String text(String name) {
        String text = texts.get(name);
        return text == null || text.isEmpty() ? null : text;
    }
}
