package dev.jonah.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileVersion;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.SignalKind;
import dev.jonah.result.FileResult;
import dev.jonah.result.HiddenSignals;
import dev.jonah.result.MissingFile;
import dev.jonah.result.PackageResult;
import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is there, what was there, and what should be. */
final class FileJson {
    private final JsonGenerator json;
    private final JsonFields fields;
    private final IdentityHashMap<FileVersion, HiddenSignals> hiddenSignals = new IdentityHashMap<>();

    FileJson(JsonGenerator json, List<HiddenSignals> hidden) {
        this.json = json;
        this.fields = new JsonFields(json);
        hidden.forEach(found -> hiddenSignals.put(found.version(), found));
    }

    void file(FileResult file) throws IOException {
        FileEntry entry = file.entry();
        fields.path(entry.path());
        json.writeStringField("type", entry.type().id());
        json.writeStringField("mode", octal(entry.mode()));
        json.writeNumberField("uid", entry.uid());
        json.writeNumberField("gid", entry.gid());
        json.writeNumberField("size", entry.size());
        target(entry);
        json.writeNumberField("layer", entry.layer());
        json.writeStringField("verdict", file.verdict().name());
        fields.text("package", file.owner() == null ? null : file.owner().id());
        json.writeArrayFieldStart("claims");
        for (PackageResult claimant : file.claimants()) {
            json.writeString(claimant.id());
        }
        json.writeEndArray();
        evidence(file.evidence());
        fields.texts("signals", file.signals());
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
                json.writeStringField("rawTarget", JsonFields.base64(target));
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
            json.writeStringField(attribute.getKey(), JsonFields.base64(attribute.getValue()));
        }
        json.writeEndObject();
    }

    void missing(MissingFile missing) throws IOException {
        fields.path(missing.path());
        json.writeStringField("package", missing.owner().id());
        json.writeStringField("class", missing.reason().name());
        fields.integer("layer", missing.layer());
        evidence(missing.evidence());
    }

    void deleted(FileVersion version) throws IOException {
        fields.path(version.entry().path());
        json.writeNumberField("layer", version.entry().layer());
        fields.integer("deletedIn", version.hiddenIn());
        json.writeNumberField("size", version.entry().size());
        json.writeBooleanField("replaced", version.replaced());
        HiddenSignals found = hiddenSignals.get(version);
        fields.texts("signals", found == null ? List.of() : found.signals());
        evidence(found == null ? List.of() : found.evidence());
    }

    void signal(SignalKind kind) throws IOException {
        json.writeStringField("code", kind.code());
        json.writeStringField("severity", kind.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("meaning", kind.meaning());
    }

    private void evidence(List<Evidence> all) throws IOException {
        fields.list("evidence", all, evidence -> {
            json.writeStringField("rule", evidence.rule());
            json.writeStringField("text", evidence.text());
            fields.paths("inputs", evidence.inputs());
        });
    }

    /** Four digits; by hand, since it is asked for of every file. */
    private static String octal(int mode) {
        char[] digits = new char[4];
        for (int i = 0; i < 4; i++) {
            digits[3 - i] = (char) ('0' + (mode >> 3 * i & 7));
        }
        return new String(digits);
    }
}
