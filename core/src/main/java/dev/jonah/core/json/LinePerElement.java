package dev.jonah.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** One line for each member of the document, and for each element of its lists: small, and good to look at and to grep. */
final class LinePerElement extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    private int depth;

    @Override
    public void writeStartObject(JsonGenerator json) throws IOException {
        super.writeStartObject(json);
        if (depth++ == 0) {
            json.writeRaw('\n');
        }
    }

    @Override
    public void writeEndObject(JsonGenerator json, int members) throws IOException {
        if (--depth == 0) {
            json.writeRaw('\n');
        }
        super.writeEndObject(json, members);
        if (depth == 0) {
            json.writeRaw('\n');
        }
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
        json.writeRaw(depth == 1 ? ",\n" : ", ");
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(": ");
    }

    @Override
    public void writeStartArray(JsonGenerator json) throws IOException {
        super.writeStartArray(json);
        depth++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
        if (depth == 2) {
            json.writeRaw("\n  ");
        }
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(depth == 2 ? ",\n  " : ", ");
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
        depth--;
        super.writeEndArray(json, values);
    }
}
