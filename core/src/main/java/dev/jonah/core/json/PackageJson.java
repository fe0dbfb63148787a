package dev.jonah.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.TrustedKey;
import dev.jonah.pipeline.PackageChange;
import dev.jonah.pipeline.PackageFacts;
import dev.jonah.pipeline.RemovedPackage;
import dev.jonah.result.DeclaredPackage;
import dev.jonah.result.PackageResult;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Packages: installed ones, declared ones, those that are gone; and the keys of their managers. */
final class PackageJson {
    private final JsonGenerator json;
    private final JsonFields fields;

    PackageJson(JsonGenerator json) {
        this.json = json;
        this.fields = new JsonFields(json);
    }

    void installed(PackageResult result) throws IOException {
        SoftwarePackage software = result.software();
        describe(result.id(), software, result.plugin(), result.layer());
        fields.texts("resolved", result.resolved());
        fields.text("providedBy", result.providedBy());
        fields.paths("declaredAt", result.declaredAt());
        json.writeObjectFieldStart("files");
        json.writeNumberField("claimed", result.claimed());
        json.writeNumberField("verified", result.verified());
        json.writeNumberField("modified", result.modified());
        json.writeNumberField("missing", result.missing());
        json.writeEndObject();
        fields.map("extra", software.extra());
    }

    void declared(DeclaredPackage result) throws IOException {
        SoftwarePackage software = result.software();
        describe(result.id(), software, result.plugin(), result.layer());
        fields.texts("resolved", result.resolved());
        fields.text("providedBy", result.providedBy());
        fields.map("extra", software.extra());
    }

    private void describe(String id, SoftwarePackage software, String plugin, @Nullable Integer layer)
            throws IOException {
        json.writeStringField("id", id);
        json.writeStringField("purl", software.purl().toString());
        json.writeStringField("type", software.purl().type());
        fields.text("namespace", software.purl().namespace());
        json.writeStringField("name", software.purl().name());
        fields.text("version", software.purl().version());
        fields.text("architecture", software.architecture());
        json.writeStringField("kind", software.kind().id());
        json.writeStringField("plugin", plugin);
        fields.paths("foundAt", software.foundAt());
        fields.integer("layer", layer);
        source(software.source());
        json.writeObjectFieldStart("licenses");
        fields.texts("declared", software.licenses());
        json.writeEndObject();
        fields.text("description", software.description());
        fields.text("homepage", software.homepage());
        fields.text("maintainer", software.maintainer());
        fields.texts("dependencies", software.dependencies());
    }

    private void source(SoftwarePackage.@Nullable Source source) throws IOException {
        if (source == null) {
            json.writeNullField("source");
        } else {
            json.writeObjectFieldStart("source");
            json.writeStringField("name", source.name());
            fields.text("version", source.version());
            json.writeEndObject();
        }
    }

    void key(PackageFacts.Key found) throws IOException {
        TrustedKey key = found.key();
        json.writeStringField("id", key.id());
        fields.text("fingerprint", key.fingerprint());
        fields.texts("names", key.names());
        fields.number("created", key.created());
        json.writeStringField("foundAt", key.foundAt().toString());
        json.writeStringField("plugin", found.plugin());
    }

    void change(PackageChange change) throws IOException {
        json.writeNumberField("layer", change.layer());
        json.writeStringField("plugin", change.plugin());
        fields.purl("before", change.before());
        fields.purl("after", change.after());
    }

    void removed(RemovedPackage removed) throws IOException {
        fields.purl("purl", removed.purl());
        json.writeStringField("plugin", removed.plugin());
        json.writeNumberField("installedIn", removed.installedIn());
        json.writeNumberField("removedIn", removed.removedIn());
        fields.integer("hiddenFiles", removed.hiddenFiles());
        fields.number("hiddenBytes", removed.hiddenBytes());
        fields.integer("visibleFiles", removed.visibleFiles());
    }
}
