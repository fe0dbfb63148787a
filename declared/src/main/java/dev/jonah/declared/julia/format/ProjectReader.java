package dev.jonah.declared.julia.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.TomlDocument;
import dev.jonah.declared.format.Value;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Project.toml} of Julia: what a project asks for, by name and UUID, and the versions that it is compatible
 * with. The project itself, if it has a UUID, is a package too.
 */
public final class ProjectReader {
    private ProjectReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        Map<String, Value> members = new HashMap<>();
        TomlDocument.read(in, limits, new Outline().each(members::put, new String[0]));
        Value project = new Value.Fields(members);
        String uuid = project.text("uuid");
        Map<String, String> needed = project.get("deps").scalars();
        String name = project.text("name");
        if (uuid != null && name != null) {
            Declaration.Builder found = Declaration.of(name)
                    .version(project.text("version"))
                    .qualifier("uuid", uuid)
                    .source("project");
            needed.keySet().forEach(found::dependency);
            out.declared(found);
        }
        needed.forEach((dependency, id) -> asked(dependency, id, null, project, out));
        project.get("weakdeps").scalars().forEach((dependency, id) -> {
            if (!needed.containsKey(dependency)) {
                asked(dependency, id, "optional", project, out);
            }
        });
    }

    private static void asked(String name, String uuid, @Nullable String scope, Value project, Findings out) {
        out.declared(Declaration.of(name)
                .qualifier("uuid", uuid)
                .constraint(project.get("compat").text(name))
                .scope(scope));
    }
}
