package dev.jonah.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.distro.Distro;
import dev.jonah.image.AttachedDocument;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileVersion;
import dev.jonah.image.ImageConfig;
import dev.jonah.image.Layer;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.pipeline.DistroFacts;
import dev.jonah.pipeline.PluginOutcome;
import dev.jonah.result.FileResult;
import dev.jonah.result.ImageFacts;
import dev.jonah.result.MissingFile;
import dev.jonah.result.PackageResult;
import dev.jonah.result.ScanResult;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One document: each part of a result is one method. */
final class JsonDocument {
    private final JsonGenerator json;

    JsonDocument(JsonGenerator json) {
        this.json = json;
    }

    void write(ScanResult result) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", "jonah-scan");
        json.writeStringField("formatVersion", "1");
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", "jonah");
        text("version", ToolVersion.get());
        json.writeEndObject();
        image(result.image());
        distro(result.distro());
        list("layers", result.image().layers(), this::layer);
        list("packages", result.packages(), this::software);
        list("files", result.files(), this::file);
        list("missing", result.missing(), this::missing);
        list("deleted", result.hidden(), this::deleted);
        list("attachments", result.image().attachments(), this::attachment);
        list("plugins", result.plugins(), this::plugin);
        list("diagnostics", result.diagnostics(), this::diagnostic);
        summary(result);
        json.writeEndObject();
    }

    /** Writes one element of a list. */
    @FunctionalInterface
    private interface Element<T> {
        void write(T element) throws IOException;
    }

    private <T> void list(String name, List<T> elements, Element<T> writer) throws IOException {
        json.writeArrayFieldStart(name);
        for (T element : elements) {
            json.writeStartObject();
            writer.write(element);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void image(ImageFacts image) throws IOException {
        json.writeObjectFieldStart("image");
        json.writeStringField("format", image.format());
        texts("names", image.names());
        digest("digest", image.digest());
        digest("configDigest", image.configDigest());
        json.writeObjectFieldStart("platform");
        text("os", image.platform().os());
        text("architecture", image.platform().architecture());
        text("variant", image.platform().variant());
        json.writeEndObject();
        ImageConfig config = image.config();
        json.writeObjectFieldStart("config");
        text("user", config.user());
        texts("entrypoint", config.entrypoint());
        texts("cmd", config.command());
        text("workingDir", config.workingDirectory());
        texts("env", config.environment());
        json.writeObjectFieldStart("labels");
        for (Map.Entry<String, String> label : config.labels().entrySet()) {
            json.writeStringField(label.getKey(), label.getValue());
        }
        json.writeEndObject();
        texts("exposedPorts", config.exposedPorts());
        text("created", config.created());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void distro(DistroFacts.@Nullable Opinion opinion) throws IOException {
        if (opinion == null) {
            json.writeNullField("distro");
            return;
        }
        Distro distro = opinion.distro();
        json.writeObjectFieldStart("distro");
        json.writeStringField("id", distro.id());
        texts("idLike", distro.idLike());
        text("name", distro.name());
        text("version", distro.version());
        text("codename", distro.codename());
        text("prettyName", distro.prettyName());
        text("variant", distro.variant());
        text("buildId", distro.buildId());
        json.writeStringField("evidence", distro.evidence().toString());
        json.writeStringField("detector", opinion.detector());
        json.writeStringField("confidence", distro.confidence().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    private void layer(Layer layer) throws IOException {
        json.writeNumberField("index", layer.index());
        digest("diffId", layer.diffId());
        digest("digest", layer.digest());
        text("mediaType", layer.mediaType());
        number("size", layer.size());
        number("uncompressedSize", layer.uncompressedSize());
        text("createdBy", layer.createdBy());
        json.writeNumberField("entries", layer.entries());
        json.writeNumberField("added", layer.added());
        json.writeNumberField("modified", layer.modified());
        json.writeNumberField("deleted", layer.deleted());
        json.writeNumberField("wastedBytes", layer.wastedBytes());
        json.writeBooleanField("complete", layer.complete());
    }

    private void software(PackageResult result) throws IOException {
        SoftwarePackage software = result.software();
        json.writeStringField("id", result.id());
        json.writeStringField("purl", software.purl().toString());
        json.writeStringField("type", software.purl().type());
        text("namespace", software.purl().namespace());
        json.writeStringField("name", software.purl().name());
        text("version", software.purl().version());
        text("architecture", software.architecture());
        json.writeStringField("kind", software.kind().id());
        json.writeStringField("plugin", result.plugin());
        json.writeArrayFieldStart("foundAt");
        for (ImagePath path : software.foundAt()) {
            json.writeString(path.toString());
        }
        json.writeEndArray();
        integer("layer", result.layer());
        SoftwarePackage.Source source = software.source();
        if (source == null) {
            json.writeNullField("source");
        } else {
            json.writeObjectFieldStart("source");
            json.writeStringField("name", source.name());
            text("version", source.version());
            json.writeEndObject();
        }
        json.writeObjectFieldStart("licenses");
        texts("declared", software.licenses());
        json.writeEndObject();
        text("description", software.description());
        text("homepage", software.homepage());
        text("maintainer", software.maintainer());
        texts("dependencies", software.dependencies());
        text("providedBy", result.providedBy());
        json.writeObjectFieldStart("files");
        json.writeNumberField("claimed", result.claimed());
        json.writeNumberField("verified", result.verified());
        json.writeNumberField("modified", result.modified());
        json.writeNumberField("missing", result.missing());
        json.writeEndObject();
        json.writeObjectFieldStart("extra");
        for (Map.Entry<String, String> fact : software.extra().entrySet()) {
            json.writeStringField(fact.getKey(), fact.getValue());
        }
        json.writeEndObject();
    }

    private void file(FileResult file) throws IOException {
        FileEntry entry = file.entry();
        path(entry.path());
        json.writeStringField("type", entry.type().id());
        json.writeStringField("mode", octal(entry.mode()));
        json.writeNumberField("uid", entry.uid());
        json.writeNumberField("gid", entry.gid());
        json.writeNumberField("size", entry.size());
        target(entry);
        json.writeNumberField("layer", entry.layer());
        json.writeStringField("verdict", file.verdict().name());
        text("package", file.owner() == null ? null : file.owner().id());
        json.writeArrayFieldStart("claims");
        for (PackageResult claimant : file.claimants()) {
            json.writeString(claimant.id());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("evidence");
        for (Evidence evidence : file.evidence()) {
            json.writeStartObject();
            json.writeStringField("rule", evidence.rule());
            json.writeStringField("text", evidence.text());
            json.writeArrayFieldStart("inputs");
            for (ImagePath input : evidence.inputs()) {
                json.writeString(input.toString());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        texts("signals", file.signals());
        for (Digest digest : file.digests()) {
            json.writeStringField(digest.algorithm().id(), digest.hex());
        }
        attributes(entry.attributes());
    }

    private void target(FileEntry entry) throws IOException {
        RawText target = entry.target();
        if (entry.device() != null) {
            json.writeStringField("target", entry.device().toString());
        } else if (target == null) {
            json.writeNullField("target");
        } else {
            json.writeStringField("target", target.toString());
            if (!target.isUtf8()) {
                json.writeStringField("rawTarget", base64(target));
            }
        }
    }

    /** Only where there are any: few files have extended attributes. */
    private void attributes(Map<String, RawText> attributes) throws IOException {
        if (attributes.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("xattrs");
        for (Map.Entry<String, RawText> attribute : attributes.entrySet()) {
            json.writeStringField(attribute.getKey(), base64(attribute.getValue()));
        }
        json.writeEndObject();
    }

    private void missing(MissingFile missing) throws IOException {
        path(missing.path());
        json.writeStringField("package", missing.owner().id());
        json.writeStringField("class", missing.reason().name());
        integer("layer", missing.layer());
    }

    private void deleted(FileVersion version) throws IOException {
        path(version.entry().path());
        json.writeNumberField("layer", version.entry().layer());
        integer("deletedIn", version.hiddenIn());
        json.writeNumberField("size", version.entry().size());
        json.writeBooleanField("replaced", version.replaced());
    }

    private void attachment(AttachedDocument document) throws IOException {
        json.writeStringField("digest", document.digest());
        text("mediaType", document.mediaType());
        json.writeStringField("kind", document.kind());
        text("artifactType", document.artifactType());
        text("subject", document.subject());
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
        text("plugin", diagnostic.plugin());
        text("path", diagnostic.path() == null ? null : diagnostic.path().toString());
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
        json.writeObjectFieldStart("packages");
        for (Map.Entry<String, Integer> count : result.packageCounts().entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void path(ImagePath path) throws IOException {
        json.writeStringField("path", path.toString());
        RawText raw = path.raw();
        if (!raw.isUtf8()) {
            json.writeStringField("rawPath", base64(raw));
        }
    }

    /** Four digits; by hand, since it is asked for of every file. */
    private static String octal(int mode) {
        char[] digits = new char[4];
        for (int i = 0; i < 4; i++) {
            digits[3 - i] = (char) ('0' + (mode >> 3 * i & 7));
        }
        return new String(digits);
    }

    private static String base64(RawText raw) {
        return Base64.getEncoder().encodeToString(raw.bytes());
    }

    private void digest(String name, @Nullable Digest digest) throws IOException {
        text(name, digest == null ? null : digest.toString());
    }

    private void text(String name, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }

    private void number(String name, @Nullable Long value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private void integer(String name, @Nullable Integer value) throws IOException {
        number(name, value == null ? null : value.longValue());
    }

    private void texts(String name, @Nullable List<String> values) throws IOException {
        if (values == null) {
            json.writeNullField(name);
            return;
        }
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
