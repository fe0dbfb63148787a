package dev.jonah.appdb.php.format;

import dev.jonah.appdb.php.format.PearPackage.Dependency;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of PEAR's registry ({@code .registry/x.reg}): a serialized array, of packages whose description has version
 * 1 or 2 (pear.php.net, package.xml).
 */
public final class PearPackageReader {
    private static final int DEEPEST = 64;

    private PearPackageReader() {}

    /**
     * Reads one record; {@code in} is closed.
     *
     * @throws LimitExceededException if it is larger than a record may be
     * @throws IOException if it cannot be read or is no such record
     */
    public static PearPackage read(InputStream in, Limits limits) throws IOException {
        if (!(PhpSerializedReader.read(in, limits) instanceof Map<?, ?> map)) {
            throw new IOException("not the record of a package");
        }
        // The second version keeps what the first one says below "old".
        Map<?, ?> old = map(map, "old");
        Map<?, ?> license = map(map, "license");
        String name = text(map, "name");
        String version = text(map(map, "version"), "release");
        String license1 = text(map, "release_license");
        return new PearPackage(
                name == null ? text(map, "package") : name,
                text(map, "channel"),
                version == null ? text(map, "version") : version,
                first(text(license, "_content"), text(map, "license"), license1),
                text(map(license, "attribs"), "uri"),
                text(map, "summary"),
                text(map, "description"),
                maintainers(map(map, "maintainers").isEmpty() ? map(old, "maintainers") : map(map, "maintainers")),
                dependencies(map(map, "release_deps").isEmpty() ? map(old, "release_deps") : map(map, "release_deps")),
                files(map(map, "filelist"), changed(map.get(key("contents")))));
    }

    private static List<PearFile> files(Map<?, ?> list, Set<RawText> changed) {
        List<PearFile> files = new ArrayList<>();
        list.forEach((name, fields) -> {
            if (name instanceof RawText file && fields instanceof Map<?, ?> map) {
                boolean replaced =
                        changed.contains(file) || !map(map, "replacements").isEmpty();
                files.add(new PearFile(
                        file,
                        text(map, "role"),
                        text(map, "md5sum"),
                        map.get(key("installed_as")) instanceof RawText path ? path : null,
                        replaced));
            }
        });
        return files;
    }

    /** The files that have tasks, which stand beside the attributes of a file in a tree of directories. */
    private static Set<RawText> changed(@Nullable Object contents) {
        Set<RawText> changed = new HashSet<>();
        collect(contents, changed, 0);
        return changed;
    }

    private static void collect(@Nullable Object node, Set<RawText> out, int depth) {
        if (depth > DEEPEST || !(node instanceof Map<?, ?> map)) {
            return;
        }
        boolean task = map.keySet().stream().anyMatch(key -> key.toString().startsWith("tasks:"));
        if (task && map(map, "attribs").get(key("name")) instanceof RawText name) {
            out.add(name);
        }
        map.values().forEach(each -> collect(each, out, depth + 1));
    }

    private static List<String> maintainers(Map<?, ?> list) {
        List<String> maintainers = new ArrayList<>();
        for (Object each : list.values()) {
            if (each instanceof Map<?, ?> map) {
                String name = first(text(map, "name"), text(map, "handle"), "");
                String email = text(map, "email");
                maintainers.add(email == null ? name : name + " <" + email + ">");
            }
        }
        return maintainers;
    }

    private static List<Dependency> dependencies(Map<?, ?> list) {
        List<Dependency> dependencies = new ArrayList<>();
        for (Object each : list.values()) {
            if (!(each instanceof Map<?, ?> map)) {
                continue;
            }
            String type = text(map, "type");
            String name = first(text(map, "name"), type, "");
            String version = text(map, "version");
            String versions = version == null ? "" : sign(text(map, "rel")) + " " + version;
            String channel = "pkg".equals(type) ? first(text(map, "channel"), PearPackage.DEFAULT_CHANNEL, "") : null;
            dependencies.add(new Dependency(channel, name, versions, "yes".equals(text(map, "optional"))));
        }
        return dependencies;
    }

    private static String sign(@Nullable String relation) {
        return switch (relation == null ? "" : relation) {
            case "ge" -> ">=";
            case "gt" -> ">";
            case "le" -> "<=";
            case "lt" -> "<";
            case "ne", "not" -> "!=";
            case "eq" -> "=";
            default -> ">=";
        };
    }

    private static String first(@Nullable String one, @Nullable String two, @Nullable String three) {
        return one != null ? one : two != null ? two : three != null ? three : "";
    }

    private static @Nullable String text(Map<?, ?> map, String name) {
        return map.get(key(name)) instanceof RawText text && !text.isEmpty() ? text.toString() : null;
    }

    private static Map<?, ?> map(Map<?, ?> map, String name) {
        return map.get(key(name)) instanceof Map<?, ?> found ? found : Map.of();
    }

    private static RawText key(String name) {
        return RawText.of(name);
    }
}
