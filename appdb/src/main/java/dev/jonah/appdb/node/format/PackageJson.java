package dev.jonah.appdb.node.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code package.json} says (docs.npmjs.com, package.json). Fields that are of another type than they should be count
 * as absent.
 *
 * @param name with its scope, as written; or null
 * @param version as written, or null
 * @param licenses as written, whichever field and shape they have
 * @param description or null
 * @param homepage or null
 * @param author name and address in one line, or null
 * @param repository URL, or null
 * @param dependencies ranges by name, in order
 * @param optionalDependencies ranges by name, in order
 * @param peerDependencies ranges by name, in order
 * @param programs paths by name of command; an unnamed one has the package's name without its scope
 * @param isPrivate whether it must not be published
 * @param foreign what tells that it is no package of Node: {@code vscode}, {@code unity}; or null
 */
public record PackageJson(
        @Nullable String name,
        @Nullable String version,
        List<String> licenses,
        @Nullable String description,
        @Nullable String homepage,
        @Nullable String author,
        @Nullable String repository,
        Map<String, String> dependencies,
        Map<String, String> optionalDependencies,
        Map<String, String> peerDependencies,
        Map<String, String> programs,
        boolean isPrivate,
        @Nullable String foreign) {
    /** Copies lists and maps. */
    public PackageJson {
        licenses = List.copyOf(licenses);
        dependencies = copy(dependencies);
        optionalDependencies = copy(optionalDependencies);
        peerDependencies = copy(peerDependencies);
        programs = copy(programs);
    }

    private static Map<String, String> copy(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
