package dev.jonah.appdb.dotnet.format;

import dev.jonah.appdb.dotnet.format.PackageSpecification.Dependency;
import dev.jonah.diagnostic.Limits;
import dev.jonah.support.XmlInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        XmlInput.read(new ByteArrayInputStream(bytes), Limits.defaults(), xml -> {
            reader.read(xml);
            return reader;
        });
        return reader.specification();
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
