package dev.jonah.appdb.rust.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One crate of a program.
 *
 * @param name of the crate
 * @param version of the crate
 * @param source {@code crates.io}, {@code git}, {@code local}, {@code registry} or what a newer tool writes
 * @param kind {@code runtime}, or {@code build} if it took part in the build only
 * @param dependencies indices of the crates that it depends on; those outside the list are left out
 * @param root whether it is the one that the program is built from
 */
public record AuditedCrate(
        String name, String version, @Nullable String source, String kind, List<Integer> dependencies, boolean root) {
    /** Copies the list. */
    public AuditedCrate {
        dependencies = List.copyOf(dependencies);
    }

    /** Whether it is a part of the program. */
    public boolean isRuntime() {
        return !kind.equals("build");
    }
}
