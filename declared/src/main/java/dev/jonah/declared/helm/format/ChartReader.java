package dev.jonah.declared.helm.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.Value;
import dev.jonah.declared.format.YamlDocument;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads {@code Chart.yaml}, which describes one chart of Helm (apiVersion {@code v1} and {@code v2}), and {@code Chart.lock}
 * or {@code requirements.lock}, which list the charts that were chosen for it.
 */
public final class ChartReader {
    private ChartReader() {}

    /** Reads {@code Chart.yaml}; see {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void readChart(InputStream in, Limits limits, Findings out) throws IOException {
        Map<String, Value> chart = new LinkedHashMap<>();
        YamlDocument.read(in, limits, new Outline().each(chart::putIfAbsent, new String[0]));
        Value.Fields fields = new Value.Fields(chart);
        String name = fields.text("name");
        // Many a file of this name is somebody else's.
        if (name == null || fields.text("version") == null || fields.text("apiVersion") == null && !isHelm(fields)) {
            return;
        }
        Declaration.Builder found = Declaration.of(name)
                .version(fields.text("version"))
                .source("chart")
                .description(fields.text("description"))
                .homepage(fields.text("home"))
                .license(fields.get("annotations").text("artifacthub.io/license"))
                .fact("declared.type", fields.text("type"))
                .fact("helm.app-version", fields.text("appVersion"))
                .fact("helm.sources", String.join(" ", fields.get("sources").texts()));
        for (Value needed : fields.get("dependencies").items()) {
            found.dependency(String.valueOf(needed.text("name")), needed.text("version"));
        }
        out.declared(found);
    }

    /** Charts of the first versions had no apiVersion. */
    private static boolean isHelm(Value fields) {
        return fields.text("engine") != null || fields.text("tillerVersion") != null;
    }

    /** Reads {@code Chart.lock}; see {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void readLock(InputStream in, Limits limits, Findings out) throws IOException {
        YamlDocument.read(in, limits, new Outline().each((key, entry) -> locked(entry, out), "dependencies"));
    }

    private static void locked(Value entry, Findings out) {
        String name = entry.text("name");
        if (name == null) {
            out.unread("a chart without a name");
            return;
        }
        String repository = entry.text("repository");
        boolean local = repository == null || repository.isEmpty() || repository.startsWith("file:");
        out.declared(Declaration.of(name)
                .version(entry.text("version"))
                .source(local ? "path" : null)
                .resolved(repository));
    }
}
