package dev.jonah.core.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.jonah.result.ResultWriter;
import dev.jonah.result.ScanResult;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a result as JSON, format version 1, which {@code docs/scan.schema.json} describes. Keys stand in a fixed order;
 * nothing depends on the time, the threads or the place.
 */
public final class JsonResultWriter implements ResultWriter {
    @Override
    public String id() {
        return "jonah.output.json";
    }

    @Override
    public String format() {
        return "json";
    }

    @Override
    public void write(ScanResult result, OutputStream out) throws IOException {
        JsonFactory factory = JsonFactory.builder().build();
        JsonGenerator json = factory.createGenerator(out, JsonEncoding.UTF8)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setPrettyPrinter(new LinePerElement());
        new JsonDocument(json).write(result);
        json.flush();
    }
}
