package dev.jonah.declared.node.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.JsonDocument;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.Value;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code package-lock.json} and {@code npm-shrinkwrap.json} of versions 1, 2 and 3 (docs.npmjs.com,
 * package-lock.json). The project itself and its workspaces are among the packages.
 */
public final class NpmLockReader {
    private static final String MODULES = "node_modules/";

    private final Findings out;
    private @Nullable String project;
    private @Nullable String projectVersion;
    private boolean hasPackages;

    private NpmLockReader(Findings out) {
        this.out = out;
    }

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        NpmLockReader reader = new NpmLockReader(out);
        JsonDocument.read(
                in,
                limits,
                new Outline()
                        .whole(name -> reader.project = name.text(), "name")
                        .whole(version -> reader.projectVersion = version.text(), "version")
                        .whole(reader::version, "lockfileVersion")
                        .each(reader::installed, "packages")
                        .each((name, value) -> reader.nested(name, value, 0), "dependencies"));
        if (!reader.hasPackages && reader.project != null) {
            out.declared(Declaration.of(reader.project)
                    .version(reader.projectVersion)
                    .source("project"));
        }
    }

    private void version(Value value) {
        String version = value.text();
        if (version != null && !version.equals("1") && !version.equals("2") && !version.equals("3")) {
            out.unread("version " + version + " of the format");
        }
    }

    /** An entry of versions 2 and 3, by the directory that it is installed in. */
    private void installed(String path, Value entry) {
        hasPackages = true;
        if (entry.flag("link")) {
            return;
        }
        int modules = path.lastIndexOf(MODULES);
        boolean own = modules < 0;
        String directory = own ? path.substring(path.lastIndexOf('/') + 1) : path.substring(modules + MODULES.length());
        String name = entry.text("name");
        if (name == null) {
            name = path.isEmpty() ? project : directory;
        }
        if (name == null) {
            return;
        }
        String resolved = entry.text("resolved");
        Declaration.Builder found = Declaration.of(name)
                .version(entry.text("version"))
                .resolved(resolved)
                .source(own ? path.isEmpty() ? "project" : "workspace" : Origin.of(resolved))
                .dependencies(entry.get("dependencies").scalars())
                .dependencies(entry.get("optionalDependencies").scalars())
                .fact("declared.alias", own || name.equals(directory) ? null : directory)
                .license(entry.text("license"));
        flags(entry, found);
        out.declared(found);
    }

    /** An entry of version 1, and those nested in it. */
    private void nested(String directory, Value entry, int depth) throws IOException {
        if (hasPackages) {
            // Version 2 says everything twice, for old versions of npm.
            return;
        }
        if (depth > 200) {
            throw new IOException("it nests more than 200 packages");
        }
        String version = entry.text("version");
        String name = directory;
        String source = Origin.of(version);
        if (version != null && version.startsWith("npm:")) {
            int at = version.lastIndexOf('@');
            name = at > 4 ? version.substring(4, at) : version.substring(4);
            version = at > 4 ? version.substring(at + 1) : null;
        }
        boolean isPlace = source != null || version != null && version.contains("://");
        Declaration.Builder found = Declaration.of(name)
                .version(isPlace ? null : version)
                .resolved(isPlace ? version : entry.text("resolved"))
                .source(source)
                .dependencies(entry.get("requires").scalars())
                .fact("declared.alias", name.equals(directory) ? null : directory);
        flags(entry, found);
        if (entry.flag("bundled")) {
            found.scope("bundled");
        }
        out.declared(found);
        for (Map.Entry<String, Value> inner : entry.get("dependencies").fields().entrySet()) {
            nested(inner.getKey(), inner.getValue(), depth + 1);
        }
    }

    private static void flags(Value entry, Declaration.Builder found) {
        found.integrity(entry.text("integrity"))
                .scope("dev", entry.flag("dev") || entry.flag("devOptional"))
                .scope("optional", entry.flag("optional") || entry.flag("devOptional"))
                .scope("peer", entry.flag("peer"))
                .scope("bundled", entry.flag("inBundle"));
    }
}
