package dev.jonah.appdb.dotnet.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code .nuspec} says (learn.microsoft.com, "nuspec").
 *
 * @param id as written, its case kept; or null
 * @param version as written, or null
 * @param authors or null
 * @param license expression, or name of the file in the package; or null
 * @param licenseUrl or null; what is but NuGet's stand-in for older programs counts as absent
 * @param projectUrl or null
 * @param repositoryUrl or null
 * @param commit revision in the repository that it was built from, or null
 * @param description or null
 * @param dependencies of all target frameworks, in order, each once
 */
public record PackageSpecification(
        @Nullable String id,
        @Nullable String version,
        @Nullable String authors,
        @Nullable String license,
        @Nullable String licenseUrl,
        @Nullable String projectUrl,
        @Nullable String repositoryUrl,
        @Nullable String commit,
        @Nullable String description,
        List<Dependency> dependencies) {
    /**
     * A dependency.
     *
     * @param id as written
     * @param version a range as written, or null
     */
    public record Dependency(String id, @Nullable String version) {}

    /** Copies the list. */
    public PackageSpecification {
        dependencies = List.copyOf(dependencies);
    }
}
