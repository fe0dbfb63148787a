package dev.jonah.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.jonah.image.Layer;
import dev.jonah.pipeline.PackageChange.Counts;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The layers with the names of the scan's JSON: an array, one line for each layer. */
final class LayersJson {
    private LayersJson() {}

    static String of(List<Layer> layers, List<Counts> packages) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonFactory.builder().build().createGenerator(text)) {
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
            printer.indentObjectsWith(DefaultPrettyPrinter.FixedSpaceIndenter.instance);
            printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
            json.setPrettyPrinter(printer);
            json.writeStartArray();
            for (int i = 0; i < layers.size(); i++) {
                layer(json, layers.get(i), packages.get(i));
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
        return text.toString();
    }

    private static void layer(JsonGenerator json, Layer layer, Counts packages) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", layer.index());
        json.writeStringField("diffId", text(layer.diffId()));
        json.writeStringField("digest", text(layer.digest()));
        json.writeStringField("mediaType", layer.mediaType());
        number(json, "size", layer.size());
        number(json, "uncompressedSize", layer.uncompressedSize());
        json.writeStringField("createdBy", layer.createdBy());
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
        json.writeEndObject();
    }

    /** A null stays null: the generator writes it so. */
    private static @Nullable String text(@Nullable Digest digest) {
        return digest == null ? null : digest.toString();
    }

    private static void number(JsonGenerator json, String name, @Nullable Long value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }
}
