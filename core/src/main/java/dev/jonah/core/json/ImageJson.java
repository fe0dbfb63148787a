package dev.jonah.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jonah.distro.Distro;
import dev.jonah.image.AttachedDocument;
import dev.jonah.image.ImageConfig;
import dev.jonah.image.Layer;
import dev.jonah.pipeline.DistroFacts;
import dev.jonah.pipeline.PackageChange;
import dev.jonah.result.ImageFacts;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is known of the image as a whole. */
final class ImageJson {
    private final JsonGenerator json;
    private final JsonFields fields;

    ImageJson(JsonGenerator json) {
        this.json = json;
        this.fields = new JsonFields(json);
    }

    void image(ImageFacts image) throws IOException {
        json.writeObjectFieldStart("image");
        json.writeStringField("format", image.format());
        fields.texts("names", image.names());
        fields.digest("digest", image.digest());
        fields.digest("configDigest", image.configDigest());
        json.writeObjectFieldStart("platform");
        fields.text("os", image.platform().os());
        fields.text("architecture", image.platform().architecture());
        fields.text("variant", image.platform().variant());
        json.writeEndObject();
        ImageConfig config = image.config();
        json.writeObjectFieldStart("config");
        fields.text("user", config.user());
        fields.texts("entrypoint", config.entrypoint());
        fields.texts("cmd", config.command());
        fields.text("workingDir", config.workingDirectory());
        fields.texts("env", config.environment());
        fields.map("labels", config.labels());
        fields.texts("exposedPorts", config.exposedPorts());
        fields.text("created", config.created());
        json.writeEndObject();
        json.writeEndObject();
    }

    void distro(DistroFacts.@Nullable Opinion opinion) throws IOException {
        if (opinion == null) {
            json.writeNullField("distro");
            return;
        }
        Distro distro = opinion.distro();
        json.writeObjectFieldStart("distro");
        json.writeStringField("id", distro.id());
        fields.texts("idLike", distro.idLike());
        fields.text("name", distro.name());
        fields.text("version", distro.version());
        fields.text("codename", distro.codename());
        fields.text("prettyName", distro.prettyName());
        fields.text("variant", distro.variant());
        fields.text("buildId", distro.buildId());
        json.writeStringField("evidence", distro.evidence().toString());
        json.writeStringField("detector", opinion.detector());
        json.writeStringField("confidence", distro.confidence().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    void layer(Layer layer, PackageChange.Counts packages) throws IOException {
        json.writeNumberField("index", layer.index());
        fields.digest("diffId", layer.diffId());
        fields.digest("digest", layer.digest());
        fields.text("mediaType", layer.mediaType());
        fields.number("size", layer.size());
        fields.number("uncompressedSize", layer.uncompressedSize());
        fields.text("createdBy", layer.createdBy());
        json.writeNumberField("entries", layer.entries());
        json.writeNumberField("added", layer.added());
        json.writeNumberField("modified", layer.modified());
        json.writeNumberField("deleted", layer.deleted());
        json.writeNumberField("wastedBytes", layer.wastedBytes());
        json.writeBooleanField("complete", layer.complete());
        json.writeObjectFieldStart("packages");
        json.writeNumberField("added", packages.added());
        json.writeNumberField("changed", packages.changed());
        json.writeNumberField("removed", packages.removed());
        json.writeEndObject();
    }

    void attachment(AttachedDocument document) throws IOException {
        json.writeStringField("digest", document.digest());
        fields.text("mediaType", document.mediaType());
        json.writeStringField("kind", document.kind());
        fields.text("artifactType", document.artifactType());
        fields.text("subject", document.subject());
    }
}
