package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The BOM has no parent, so nothing but this test keeps it in step with the build. */
class BomTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> UNPUBLISHED = Set.of("bom", "cli", "benchmarks");

    @Test
    void hasTheVersionOfTheParent() throws Exception {
        assertThat(text(pom("bom/pom.xml"), "version")).isEqualTo(text(pom("pom.xml"), "version"));
    }

    @Test
    void listsEveryLibraryModule() throws Exception {
        List<String> modules = new ArrayList<>();
        for (Element module : elements(child(pom("pom.xml"), "modules"), "module")) {
            if (!UNPUBLISHED.contains(module.getTextContent())) {
                modules.add("jonah-" + module.getTextContent());
            }
        }
        Element managed = child(child(pom("bom/pom.xml"), "dependencyManagement"), "dependencies");
        List<String> listed = elements(managed, "dependency").stream()
                .map(dependency -> text(dependency, "artifactId"))
                .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(modules);
    }

    private static Element pom(String path) throws Exception {
        try (var in = Files.newInputStream(ROOT.resolve(path))) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        } catch (IOException e) {
            throw new IOException("tests must run in the source tree: " + path, e);
        }
    }

    private static String text(Element parent, String name) {
        return child(parent, name).getTextContent().strip();
    }

    private static Element child(Element parent, String name) {
        return elements(parent, name).get(0);
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
