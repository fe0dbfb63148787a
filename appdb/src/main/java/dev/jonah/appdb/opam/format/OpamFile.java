package dev.jonah.appdb.opam.format;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file in the format of opam (opam manual, "Common file format"): fields, and sections, whose fields have the
 * section's name before theirs: {@code url.src}.
 *
 * @param fields values by name, in order; of repeated fields the first one counts
 * @param complete whether all of the file was read; if not, what comes before something else counts
 */
public record OpamFile(Map<String, OpamValue> fields, boolean complete) {
    /** Copies the map. */
    public OpamFile {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Reads one file; {@code in} is closed.
     *
     * @throws LimitExceededException if it is longer than {@link Limits.Name#LINE_BYTES}, whatever its lines
     */
    public static OpamFile read(InputStream in, Limits limits) throws IOException {
        try (in) {
            int most = limits.getInt(Limits.Name.LINE_BYTES);
            byte[] bytes = in.readNBytes(most == Integer.MAX_VALUE ? most : most + 1);
            limits.check(Limits.Name.LINE_BYTES, bytes.length, "the file");
            Map<String, OpamValue> fields = new LinkedHashMap<>();
            boolean complete = new OpamParser(RawText.of(bytes).toString(), fields).read();
            return new OpamFile(fields, complete);
        }
    }

    /** The text of a field; null if it is absent, or a list. */
    public @Nullable String text(String name) {
        OpamValue value = fields.get(name);
        return value == null || value.text() == null || value.text().isBlank() ? null : value.text();
    }

    /** What a field lists at any depth; a single value is a list of one. */
    public List<OpamValue> values(String name) {
        OpamValue value = fields.get(name);
        return value == null ? List.of() : value.leaves();
    }

    /** The texts of {@link #values}. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (OpamValue value : values(name)) {
            if (value.text() != null) {
                texts.add(value.text());
            }
        }
        return texts;
    }
}
