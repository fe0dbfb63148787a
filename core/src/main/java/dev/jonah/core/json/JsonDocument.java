package dev.jonah.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.image.Layer;
import dev.jonah.ledger.Verdict;
import dev.jonah.pipeline.PackageChange;
import dev.jonah.pipeline.PluginOutcome;
import dev.jonah.result.ScanResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One document: what it is made of, in order. */
final class JsonDocument {
    private final JsonGenerator json;
    private final JsonFields fields;

    JsonDocument(JsonGenerator json) {
        this.json = json;
        this.fields = new JsonFields(json);
    }

    void write(ScanResult result) throws IOException {
        ImageJson image = new ImageJson(json);
        PackageJson packages = new PackageJson(json);
        FileJson files = new FileJson(json, result.hiddenSignals());
        List<Layer> layers = result.image().layers();
        List<PackageChange.Counts> changes = PackageChange.Counts.of(result.packageChanges(), layers.size());
        json.writeStartObject();
        json.writeStringField("format", "jonah-scan");
        json.writeStringField("formatVersion", "1");
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", "jonah");
        fields.text("version", ToolVersion.get());
        json.writeEndObject();
        image.image(result.image());
        image.distro(result.distro());
        fields.list("layers", layers, layer -> image.layer(layer, changes.get(layer.index())));
        fields.list("packages", result.packages(), packages::installed);
        fields.list("declared", result.declared(), packages::declared);
        fields.list("packageChanges", result.packageChanges(), packages::change);
        fields.list("removedPackages", result.removedPackages(), packages::removed);
        fields.list("keys", result.keys(), packages::key);
        fields.list("files", result.files(), files::file);
        fields.list("missing", result.missing(), files::missing);
        fields.list("deleted", result.hidden(), files::deleted);
        fields.list("signals", result.signals(), files::signal);
        fields.list("attachments", result.image().attachments(), image::attachment);
        fields.list("plugins", result.plugins(), this::plugin);
        fields.list("diagnostics", result.diagnostics(), this::diagnostic);
        summary(result);
        json.writeEndObject();
    }

    private void plugin(PluginOutcome outcome) throws IOException {
        json.writeStringField("id", outcome.id());
        json.writeStringField("kind", outcome.kind());
        json.writeNumberField("version", outcome.version());
        json.writeStringField("outcome", outcome.outcome().name());
    }

    private void diagnostic(Diagnostic diagnostic) throws IOException {
        json.writeStringField("severity", diagnostic.severity().id());
        json.writeStringField("code", diagnostic.code());
        fields.text("plugin", diagnostic.plugin());
        fields.text("path", diagnostic.path() == null ? null : diagnostic.path().toString());
        json.writeStringField("message", diagnostic.message());
    }

    private void summary(ScanResult result) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeBooleanField("complete", result.complete());
        json.writeNumberField("entries", result.files().size());
        json.writeNumberField("directories", result.directories());
        json.writeObjectFieldStart("verdicts");
        for (Map.Entry<Verdict, Integer> count : result.verdicts().entrySet()) {
            json.writeNumberField(count.getKey().name(), count.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("missing", result.missing().size());
        json.writeNumberField("declared", result.declared().size());
        json.writeObjectFieldStart("packages");
        for (Map.Entry<String, Integer> count : result.packageCounts().entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
