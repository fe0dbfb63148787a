package dev.jonah.appdb.conda;

import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The packages of one environment, by name; conda installs each but once. */
final class Environment {
    private record Key(ImagePath directory) {}

    private final Map<String, ImagePath> records = new HashMap<>();

    /** The environment with this {@code conda-meta}. */
    static Environment of(ImagePath directory, PackageScan scan) throws IOException {
        return scan.once(new Key(directory), () -> {
            Environment environment = new Environment();
            Set<String> twice = new HashSet<>();
            for (FileEntry entry : scan.tree().children(directory)) {
                RecordName name = entry.path().fileName().endsWith(".json")
                        ? RecordName.of(entry.path().fileName())
                        : null;
                if (name != null && environment.records.put(name.name(), entry.path()) != null) {
                    twice.add(name.name());
                }
            }
            environment.records.keySet().removeAll(twice);
            return environment;
        });
    }

    /** The record of the package that a dependency means; null if it is not installed or installed twice. */
    @Nullable
    ImagePath recordOf(String dependency) {
        int start = dependency.lastIndexOf("::") < 0 ? 0 : dependency.lastIndexOf("::") + 2;
        int end = start;
        while (end < dependency.length() && " =<>!~[;".indexOf(dependency.charAt(end)) < 0) {
            end++;
        }
        return records.get(dependency.substring(start, end).toLowerCase(Locale.ROOT));
    }
}
