package dev.jonah.declared.dotnet.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.XmlDocument;
import dev.jonah.declared.format.XmlElement;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Reads {@code packages.config}, the list of packages of older projects. */
public final class PackagesConfigReader {
    private PackagesConfigReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        XmlDocument.read(in, limits, "packages", Set.of(), (parents, element) -> {
            if (!parents.isEmpty()) {
                entry(element, out);
            }
        });
    }

    private static void entry(XmlElement element, Findings out) {
        String name = element.attributes().get("id");
        if (name == null || !element.name().equals("package")) {
            out.unread("an element '" + element.name() + "' without an id");
            return;
        }
        out.declared(Declaration.of(name)
                .version(element.attributes().get("version"))
                .scope(element.attributes().get("targetFramework"))
                .scope("dev", "true".equals(element.attributes().get("developmentDependency"))));
    }
}
