package dev.jonah.image;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How an image is meant to be run, as its configuration says. Lists are null where the configuration has none, since an
 * empty entry point and none differ.
 *
 * @param user user and group, or null
 * @param entrypoint the command's first part, or null
 * @param command default arguments, or null
 * @param workingDirectory as written, or null
 * @param environment {@code NAME=value} in the order given
 * @param labels by name
 * @param exposedPorts {@code 80/tcp}, in order
 * @param created time stamp as written, or null
 */
public record ImageConfig(
        @Nullable String user,
        @Nullable List<String> entrypoint,
        @Nullable List<String> command,
        @Nullable String workingDirectory,
        List<String> environment,
        Map<String, String> labels,
        List<String> exposedPorts,
        @Nullable String created) {
    /** An image without configuration, such as a bare root file system. */
    public static final ImageConfig NONE =
            new ImageConfig(null, null, null, null, List.of(), Map.of(), List.of(), null);

    /** Copies lists and map; the map is ordered by name. */
    public ImageConfig {
        entrypoint = entrypoint == null ? null : List.copyOf(entrypoint);
        command = command == null ? null : List.copyOf(command);
        environment = List.copyOf(environment);
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        exposedPorts = List.copyOf(exposedPorts);
    }
}
