package dev.jonah.appdb.dotnet.format;

import dev.jonah.appdb.json.JsonObject;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code .runtimeconfig.json} says (dotnet/runtime, "runtime-configuration-file").
 *
 * @param targetFramework {@code net8.0}, or null
 * @param rollForward which newer runtimes will do, or null
 * @param frameworks the shared frameworks that the application needs
 * @param includedFrameworks the frameworks that a self-contained application brings along
 * @param properties settings by name, in order
 */
public record RuntimeConfiguration(
        @Nullable String targetFramework,
        @Nullable String rollForward,
        List<Framework> frameworks,
        List<Framework> includedFrameworks,
        Map<String, String> properties) {
    /**
     * A shared framework.
     *
     * @param name {@code Microsoft.NETCore.App}
     * @param version the least one that will do, or null
     */
    public record Framework(String name, @Nullable String version) {}

    /** Copies the lists. */
    public RuntimeConfiguration {
        frameworks = List.copyOf(frameworks);
        includedFrameworks = List.copyOf(includedFrameworks);
    }

    /**
     * Reads one document; {@code in} is closed.
     *
     * @throws IOException if it is no JSON object, breaks off, or is larger than the limits allow
     */
    public static RuntimeConfiguration read(InputStream in, Limits limits) throws IOException {
        JsonObject options = JsonObject.read(in, limits).object("runtimeOptions");
        List<Framework> frameworks = new ArrayList<>();
        add(options.object("framework"), frameworks);
        options.objects("frameworks").forEach(framework -> add(framework, frameworks));
        List<Framework> included = new ArrayList<>();
        options.objects("includedFrameworks").forEach(framework -> add(framework, included));
        return new RuntimeConfiguration(
                options.text("tfm"),
                options.text("rollForward"),
                frameworks,
                included,
                options.object("configProperties").texts());
    }

    private static void add(JsonObject framework, List<Framework> out) {
        String name = framework.text("name");
        if (name != null) {
            out.add(new Framework(name, framework.text("version")));
        }
    }
}
