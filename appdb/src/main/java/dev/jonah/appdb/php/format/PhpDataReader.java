package dev.jonah.appdb.php.format;

import dev.jonah.appdb.php.format.InstalledPhp.Entry;
import dev.jonah.appdb.php.format.PhpLiterals.CodeException;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads those PHP files of {@code vendor/composer} that hold nothing but data: {@code installed.php} and the lists of the
 * autoloader. One with any other code is refused.
 */
public final class PhpDataReader {
    private static final int MOST_BYTES = 64 << 20;

    private PhpDataReader() {}

    /**
     * Reads {@code installed.php}; {@code in} is closed.
     *
     * @throws LimitExceededException if it is larger than such a file may be
     * @throws IOException if it cannot be read, or is anything but that record
     */
    public static InstalledPhp readInstalled(InputStream in, Limits limits) throws IOException {
        if (read(in, limits) instanceof Map<?, ?> map && map.get(key("root")) instanceof Map<?, ?> root) {
            List<Entry> packages = new ArrayList<>();
            if (map.get(key("versions")) instanceof Map<?, ?> versions) {
                versions.forEach((name, fields) -> {
                    if (fields instanceof Map<?, ?> entry) {
                        packages.add(entry(String.valueOf(name), entry));
                    }
                });
            }
            String name = text(root, "name");
            return new InstalledPhp(entry(name == null ? "__root__" : name, root), packages);
        }
        throw new IOException("not a record of packages");
    }

    /**
     * Reads {@code autoload_classmap.php} and its like; {@code in} is closed.
     *
     * @return every path in it: it starts with {@code {$vendorDir}} or {@code {$baseDir}}
     * @throws LimitExceededException if it is larger than such a file may be
     * @throws IOException if it cannot be read, or holds code or other values
     */
    public static List<RawText> readPaths(InputStream in, Limits limits) throws IOException {
        List<RawText> paths = new ArrayList<>();
        if (!(read(in, limits) instanceof Map<?, ?> map)) {
            throw new IOException("not a list");
        }
        for (Object value : map.values()) {
            if (value instanceof Map<?, ?> several) {
                for (Object each : several.values()) {
                    paths.add(path(each));
                }
            } else {
                paths.add(path(value));
            }
        }
        return paths;
    }

    private static RawText path(@Nullable Object value) throws IOException {
        if (value instanceof RawText text
                && (text.latin1().startsWith("{$vendorDir}") || text.latin1().startsWith("{$baseDir}"))) {
            return text;
        }
        throw new IOException("a value that is no path");
    }

    private static @Nullable Object read(InputStream in, Limits limits) throws IOException {
        int most = (int) Math.min(MOST_BYTES, limits.get(Limits.Name.PARSER_BYTES));
        try (in) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new LimitExceededException(Limits.Name.PARSER_BYTES, most, "a record of Composer");
            }
            return new PhpLiterals(new String(bytes, StandardCharsets.ISO_8859_1)).file();
        } catch (CodeException e) {
            throw new IOException("it holds more than data: " + e.getMessage(), e);
        }
    }

    private static Entry entry(String name, Map<?, ?> fields) {
        String path = text(fields, "install_path");
        String start = "{__DIR__}/";
        return new Entry(
                name,
                text(fields, "pretty_version"),
                text(fields, "reference"),
                text(fields, "type"),
                path == null || !path.startsWith(start) ? path : path.substring(start.length()),
                Boolean.TRUE.equals(fields.get(key("dev_requirement"))));
    }

    private static @Nullable String text(Map<?, ?> fields, String name) {
        return fields.get(key(name)) instanceof RawText text ? text.toString() : null;
    }

    private static RawText key(String name) {
        return RawText.of(name);
    }
}
