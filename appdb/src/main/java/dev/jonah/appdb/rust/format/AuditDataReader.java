package dev.jonah.appdb.rust.format;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.jonah.appdb.program.format.DamagedProgramException;
import dev.jonah.appdb.program.format.Program;
import dev.jonah.appdb.program.format.Program.Part;
import dev.jonah.appdb.program.format.ProgramBytes;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list of crates that {@code cargo auditable} puts into a program: the section {@code .dep-v0}, JSON compressed
 * with zlib (PARSING.md of cargo-auditable).
 */
public final class AuditDataReader {
    private static final JsonFactory JSON = new JsonFactory();
    /** What the format's own description advises as a bound. */
    private static final int LONGEST = 8 << 20;

    private AuditDataReader() {}

    /**
     * The crates, in the order of the list; null if the program has no such section.
     *
     * @throws IOException if it has one that is damaged, too long or not of this form
     */
    public static @Nullable List<AuditedCrate> read(Program program, ProgramBytes bytes) throws IOException {
        Part section = program.section(".dep-v0");
        if (section == null) {
            return null;
        }
        if (section.size() > LONGEST) {
            throw new DamagedProgramException("a list of crates of " + section.size() + " bytes");
        }
        byte[] compressed = new byte[(int) section.size()];
        bytes.at(section.offset(), compressed.length).get(compressed);
        byte[] json;
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
            json = in.readNBytes(LONGEST + 1);
        } catch (ZipException | EOFException e) {
            throw new DamagedProgramException(String.valueOf(e.getMessage()));
        }
        if (json.length > LONGEST) {
            throw new DamagedProgramException("a list of crates of more than " + LONGEST + " bytes");
        }
        try {
            return parse(json);
        } catch (JacksonException e) {
            throw new DamagedProgramException(e.getOriginalMessage());
        }
    }

    /** Parses the JSON. Errors as above. */
    static List<AuditedCrate> parse(byte[] json) throws IOException {
        List<AuditedCrate> crates = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new DamagedProgramException("not a list of crates");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean packages = parser.currentName().equals("packages");
                if (parser.nextToken() == JsonToken.START_ARRAY && packages) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        crates.add(crate(parser));
                    }
                } else {
                    parser.skipChildren();
                }
            }
        }
        return crates.stream()
                .map(crate -> new AuditedCrate(
                        crate.name(),
                        crate.version(),
                        crate.source(),
                        crate.kind(),
                        crate.dependencies().stream()
                                .filter(i -> i >= 0 && i < crates.size())
                                .toList(),
                        crate.root()))
                .toList();
    }

    private static AuditedCrate crate(JsonParser parser) throws IOException {
        String name = null;
        String version = null;
        String source = null;
        String kind = "runtime";
        List<Integer> dependencies = new ArrayList<>();
        boolean root = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (field) {
                case "name" -> name = parser.getValueAsString();
                case "version" -> version = parser.getValueAsString();
                case "source" -> source = parser.getValueAsString();
                case "kind" -> kind = parser.getValueAsString("runtime");
                case "root" -> root = value == JsonToken.VALUE_TRUE;
                case "dependencies" -> {
                    while (value == JsonToken.START_ARRAY && parser.nextToken() != JsonToken.END_ARRAY) {
                        dependencies.add(parser.getValueAsInt(-1));
                        parser.skipChildren();
                    }
                }
                default -> {
                    // What a newer tool writes.
                }
            }
            parser.skipChildren();
        }
        if (name == null || version == null) {
            throw new DamagedProgramException("a crate without name or version");
        }
        return new AuditedCrate(name, version, source, kind, dependencies, root);
    }
}
