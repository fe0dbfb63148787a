package dev.jonah.appdb.dotnet;

import java.util.ArrayList;
import java.util.List;

/** Writes {@code .deps.json} of tests: libraries with the assemblies that they list. */
final class Manifests {
    private final List<String> targets = new ArrayList<>();
    private final List<String> libraries = new ArrayList<>();

    /** A library; {@code assets} is the inside of its object in the target. */
    Manifests library(String key, String type, String assets) {
        targets.add("\"" + key + "\": {" + assets + "}");
        libraries.add("\"" + key + "\": {\"type\": \"" + type + "\", \"sha512\": \"\"}");
        return this;
    }

    /** The document. */
    String json() {
        return "{\"runtimeTarget\": {\"name\": \"t\"}, \"targets\": {\"t\": {" + String.join(",", targets)
                + "}}, \"libraries\": {" + String.join(",", libraries) + "}}";
    }

    /** A list of assemblies without versions. */
    static String runtime(String... paths) {
        List<String> all = new ArrayList<>();
        for (String path : paths) {
            all.add("\"" + path + "\": {}");
        }
        return "\"runtime\": {" + String.join(",", all) + "}";
    }
}
