package dev.jonah.sysdb.debian.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code manifest.wall} of Chisel: zstd, and in it a line of JSON for each object, the first of which names the
 * schema. Not more than {@link Limits.Name#PARSER_BYTES} are decompressed. Of a damaged file the lines of the last few
 * megabytes before the damage are lost too, which the decompressor holds back.
 *
 * <p>Not safe for several threads.
 */
public final class ChiselManifestReader {
    private final List<ChiselPackage> packages = new ArrayList<>();
    private final List<String> slices = new ArrayList<>();
    private final List<ChiselPath> paths = new ArrayList<>();
    private @Nullable String schema;

    private ChiselManifestReader() {}

    /** Reads {@code compressed}, which is not closed. */
    public static ChiselManifest read(InputStream compressed, Limits limits) {
        try {
            return readLines(new ZstdStream(compressed), limits);
        } catch (IOException e) {
            return new ChiselManifest(null, List.of(), List.of(), List.of(), List.of(), e);
        }
    }

    /** As {@link #read}, of lines that are decompressed already. */
    public static ChiselManifest readLines(InputStream in, Limits limits) {
        ChiselManifestReader reader = new ChiselManifestReader();
        EntryCollector<JsonLine> lines = new EntryCollector<>(in, limits);
        RawText line;
        while ((line = lines.next()) != null) {
            try {
                if (!reader.add(JsonLine.parse(line), lines.number() == 1)) {
                    lines.notA("an object of a manifest", line);
                }
            } catch (IOException e) {
                lines.notA("a JSON object", line);
            }
        }
        return new ChiselManifest(
                reader.schema, reader.packages, reader.slices, reader.paths, lines.problems(), lines.failure());
    }

    private boolean add(JsonLine object, boolean first) {
        String kind = object.text("kind");
        if (kind == null) {
            schema = first ? object.text("schema") : schema;
            return first && object.text("jsonwall") != null;
        }
        return switch (kind) {
            case "package" -> addPackage(object);
            case "slice" -> addSlice(object.text("name"));
            case "path" -> addPath(object);
            // What a slice holds is said by its paths too; kinds of later schemas do no harm.
            default -> true;
        };
    }

    private boolean addPackage(JsonLine object) {
        String name = object.text("name");
        return name != null
                && packages.add(
                        new ChiselPackage(name, object.text("version"), object.digest("sha256"), object.text("arch")));
    }

    private boolean addSlice(@Nullable String name) {
        return name != null && slices.add(name);
    }

    private boolean addPath(JsonLine object) {
        RawText path = object.raw("path");
        Long mode = object.number("mode", 8);
        boolean wrong = object.text("sha256") != null && object.digest("sha256") == null
                || object.text("final_sha256") != null && object.digest("final_sha256") == null
                || object.text("mode") != null && mode == null;
        if (path == null || !path.latin1().startsWith("/") || path.latin1().indexOf('\0') >= 0 || wrong) {
            return false;
        }
        return paths.add(new ChiselPath(
                path,
                mode == null ? null : (int) (mode & 07777),
                object.list("slices"),
                object.digest("sha256"),
                object.digest("final_sha256"),
                object.number("size", 10),
                object.raw("link"),
                object.number("inode", 10)));
    }
}
