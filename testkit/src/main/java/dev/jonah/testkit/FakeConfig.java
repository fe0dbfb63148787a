package dev.jonah.testkit;

import dev.jonah.image.ImageConfig;
import dev.jonah.image.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the configuration of a {@link FakeImage} as the OCI image specification ("Image Configuration") has it. */
final class FakeConfig {
    static final String TIME = "1970-01-01T00:00:00Z";

    private FakeConfig() {}

    static byte[] json(Platform platform, ImageConfig config, List<FakeLayer> layers, List<String> emptyHistory) {
        Map<String, Object> json = new LinkedHashMap<>(platformJson(platform));
        put(json, "created", config.created());
        json.put("config", execution(config));
        Map<String, Object> rootfs = new LinkedHashMap<>();
        rootfs.put("type", "layers");
        rootfs.put("diff_ids", layers.stream().map(FakeLayer::diffId).toList());
        json.put("rootfs", rootfs);
        json.put("history", history(layers, emptyHistory));
        return Json.bytes(json);
    }

    static Map<String, Object> platformJson(Platform platform) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "architecture", platform.architecture());
        put(json, "os", platform.os());
        put(json, "variant", platform.variant());
        return json;
    }

    private static Map<String, Object> execution(ImageConfig config) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "User", config.user());
        Map<String, Object> ports = new LinkedHashMap<>();
        config.exposedPorts().forEach(port -> ports.put(port, Map.of()));
        put(json, "ExposedPorts", ports.isEmpty() ? null : ports);
        put(json, "Env", config.environment().isEmpty() ? null : config.environment());
        put(json, "Entrypoint", config.entrypoint());
        put(json, "Cmd", config.command());
        put(json, "WorkingDir", config.workingDirectory());
        put(json, "Labels", config.labels().isEmpty() ? null : config.labels());
        return json;
    }

    private static List<Object> history(List<FakeLayer> layers, List<String> empty) {
        List<Object> history = new ArrayList<>();
        layers.forEach(layer -> history.add(historyLine(layer.createdBy())));
        for (String line : empty) {
            Map<String, Object> json = historyLine(line);
            json.put("empty_layer", true);
            history.add(json);
        }
        return history;
    }

    private static Map<String, Object> historyLine(String createdBy) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("created", TIME);
        json.put("created_by", createdBy);
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
