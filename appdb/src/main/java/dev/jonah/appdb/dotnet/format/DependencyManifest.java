package dev.jonah.appdb.dotnet.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code .deps.json} says (dotnet/runtime, "runtime-configuration-file"): the libraries of an application or
 * shared framework for the one target that it runs on.
 *
 * @param target name of that target, {@code .NETCoreApp,Version=v8.0/linux-x64}; or null
 * @param libraries in the order of the target, then those that the target does not have
 */
public record DependencyManifest(@Nullable String target, List<Library> libraries) {
    /** Copies the list. */
    public DependencyManifest {
        libraries = List.copyOf(libraries);
    }
}
