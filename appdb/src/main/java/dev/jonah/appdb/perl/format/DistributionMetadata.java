package dev.jonah.appdb.perl.format;

import dev.jonah.appdb.json.JsonObject;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code META.json} and {@code MYMETA.json} say (perldoc, CPAN::Meta::Spec), of version 2 and 1.
 *
 * @param name of the distribution, or null
 * @param version or null
 * @param description or null
 * @param authors in order
 * @param licenses by the names of the specification, in order
 * @param homepage or null
 * @param repository URL, or null
 * @param requires versions by module of what is needed to run, in order
 */
public record DistributionMetadata(
        @Nullable String name,
        @Nullable String version,
        @Nullable String description,
        List<String> authors,
        List<String> licenses,
        @Nullable String homepage,
        @Nullable String repository,
        Map<String, String> requires) {
    /** Copies lists and map. */
    public DistributionMetadata {
        authors = List.copyOf(authors);
        licenses = List.copyOf(licenses);
        requires = Collections.unmodifiableMap(new LinkedHashMap<>(requires));
    }

    /**
     * Reads one document; {@code in} is closed. What tools write for "unknown" counts as absent.
     *
     * @throws IOException if it is no JSON object, breaks off, or is larger than the limits allow
     */
    public static DistributionMetadata read(InputStream in, Limits limits) throws IOException {
        JsonObject json = JsonObject.read(in, limits);
        JsonObject resources = json.object("resources");
        JsonObject runtime = json.object("prereqs").object("runtime").object("requires");
        String repository = resources.text("repository");
        return new DistributionMetadata(
                json.text("name"),
                json.text("version"),
                known(json.text("abstract")),
                known(json.texts("author")),
                known(json.texts("license")),
                resources.text("homepage"),
                repository == null ? resources.object("repository").text("url") : repository,
                runtime.fields().isEmpty() ? json.object("requires").texts() : runtime.texts());
    }

    private static @Nullable String known(@Nullable String text) {
        return text == null || text.isBlank() || text.equals("unknown") ? null : text;
    }

    private static List<String> known(List<String> texts) {
        return texts.stream().filter(text -> known(text) != null).toList();
    }
}
